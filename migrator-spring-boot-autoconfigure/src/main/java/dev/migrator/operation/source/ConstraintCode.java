package dev.migrator.operation.source;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.schema.Deferral;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Exclusion;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Unique;

/**
 * Writes constraints, each with its name.
 */
final class ConstraintCode {

	private final JavaCode java;

	ConstraintCode(JavaCode java) {
		this.java = java;
	}

	String create(ObjectName table, Constraint constraint, String more) {
		Words words = words(constraint);
		return this.java.call(words.create(), this.java.text(table), given(words), this.java.lambda(words.parameter(),
				words.chain() + deferral(constraint.deferral()) + enforcement(constraint) + more + named(constraint)));
	}

	/**
	 * Returns the call after {@code t.} in the lambda of its table.
	 */
	String define(Constraint constraint) {
		Words words = words(constraint);
		return words.define() + "(" + texts(words) + ")" + words.chain() + deferral(constraint.deferral())
				+ enforcement(constraint) + named(constraint);
	}

	private String given(Words words) {
		return words.columns().isEmpty() ? words.text() : this.java.list(words.columns());
	}

	private String texts(Words words) {
		return words.columns().isEmpty() ? words.text() : this.java.texts(words.columns());
	}

	private String named(Constraint constraint) {
		return this.java.link("named", constraint.name());
	}

	private String enforcement(Constraint constraint) {
		return this.java.link("notEnforced", constraint.validity() == Validity.NOT_ENFORCED);
	}

	private Words words(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return new Words("createPrimaryKey", "primaryKey", "key", key.columns(), "",
					this.java.link("withoutOverlaps", key.withoutOverlaps())
							+ this.java.link("include", key.include()));
		}
		if (constraint instanceof Unique unique) {
			return new Words("createUnique", "unique", "unique", unique.columns(), "",
					this.java.link("withoutOverlaps", unique.withoutOverlaps())
							+ this.java.link("include", unique.include())
							+ this.java.link("nullsNotDistinct", unique.nullsNotDistinct()));
		}
		if (constraint instanceof Check check) {
			String condition = this.java.text(check.condition());
			return new Words("createCheck", "check", "check", List.of(), condition,
					this.java.link("noInherit", check.noInherit()));
		}
		if (constraint instanceof ForeignKey key) {
			String references = columns(key.columns()) + ", " + this.java.text(key.table()) + ", "
					+ columns(key.referenced());
			return new Words("createForeignKey", "foreignKey", "key", List.of(), references,
					action("onDelete", key.onDelete(), key.onDeleteColumns())
							+ action("onUpdate", key.onUpdate(), List.of())
							+ this.java.link("matchFull", key.matchFull()) + this.java.link("period", key.period()));
		}
		Exclusion exclusion = (Exclusion) constraint;
		String method = this.java.text(exclusion.method());
		return new Words("createExclude", "exclude", "exclusion", List.of(), method,
				exclusion.elements().stream().map(this::element).collect(Collectors.joining())
						+ this.java.link("where", exclusion.where()));
	}

	private String columns(List<String> columns) {
		return (columns.size() == 1) ? this.java.texts(columns) : this.java.list(columns);
	}

	private String element(Exclusion.Element element) {
		IndexCode index = new IndexCode(this.java);
		String more = this.java.lambda("key", index.key(element.key()));
		return index.called(element.key()) + ", " + this.java.text(element.operator())
				+ (more.isEmpty() ? ")" : ", " + more + ")");
	}

	private String action(String event, ReferentialAction action, List<String> columns) {
		return (action == ReferentialAction.NO_ACTION) ? "" : "." + event + "(" + this.java.constant(action)
				+ (columns.isEmpty() ? "" : ", " + this.java.texts(columns)) + ")";
	}

	private String deferral(Deferral deferral) {
		return this.java.link("deferrable", deferral == Deferral.DEFERRABLE)
				+ this.java.link("initiallyDeferred", deferral == Deferral.INITIALLY_DEFERRED);
	}

	/**
	 * The words that create a constraint.
	 *
	 * @param create the directive
	 * @param define the method in the lambda of a table
	 * @param parameter of the lambda of the directive
	 * @param columns the columns, which both methods take, as a list or one by one
	 * @param text the text, which both methods take
	 * @param chain the further calls on it
	 */
	private record Words(String create, String define, String parameter, List<String> columns, String text,
			String chain) {
	}

}
