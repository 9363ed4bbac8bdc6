package dev.migrator.dialect;

import java.util.Objects;
import java.util.function.UnaryOperator;

import dev.migrator.schema.Check;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Exclusion;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.Unique;

/**
 * Constraints that differ in one thing.
 */
final class ConstraintCopy {

	private ConstraintCopy() {
	}

	static Constraint renamed(Constraint constraint, String name) {
		if (constraint instanceof PrimaryKey key) {
			return new PrimaryKey(name, key.columns(), key.include(), key.deferral());
		}
		if (constraint instanceof Unique unique) {
			return new Unique(name, unique.columns(), unique.include(), unique.nullsNotDistinct(), unique.deferral());
		}
		if (constraint instanceof Check check) {
			return new Check(name, check.condition(), check.noInherit());
		}
		if (constraint instanceof ForeignKey key) {
			return new ForeignKey(name, key.columns(), key.table(), key.referenced(), key.onDelete(), key.onUpdate(),
					key.matchFull(), key.deferral());
		}
		Exclusion exclusion = (Exclusion) constraint;
		return new Exclusion(name, exclusion.method(), exclusion.elements(), exclusion.where(), exclusion.deferral());
	}

	/**
	 * @param spelling what becomes of its expressions
	 */
	static Constraint respelled(Constraint constraint, UnaryOperator<String> spelling) {
		if (constraint instanceof Check check) {
			return new Check(check.name(), spelling.apply(check.condition()), check.noInherit());
		}
		if (constraint instanceof Exclusion exclusion) {
			return new Exclusion(exclusion.name(), exclusion.method(),
					exclusion.elements()
						.stream()
						.map((element) -> new Exclusion.Element(IndexCopy.respelled(element.key(), spelling),
								element.operator()))
						.toList(),
					(exclusion.where() != null) ? spelling.apply(Objects.requireNonNull(exclusion.where())) : null,
					exclusion.deferral());
		}
		return constraint;
	}

}
