package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Constraint;

/**
 * Adds a constraint to a table.
 *
 * @param table the table
 * @param constraint the constraint
 * @param notValid whether existing rows are not checked, so that the lock is held only
 * for a moment; {@link ValidateConstraint} checks them later
 */
public record AddConstraint(ObjectName table, Constraint constraint, boolean notValid) implements Directive {

	public AddConstraint {
		if (notValid && constraint.validity() == Validity.NOT_ENFORCED) {
			throw new InvalidDefinitionException(
					"The constraint %s is NOT ENFORCED, so it is not valid anyway.".formatted(constraint.name()),
					"Leave notValid() out.");
		}
		if (notValid && !constraint.canBeNotValid()) {
			throw new InvalidDefinitionException("The constraint %s cannot be NOT VALID.".formatted(constraint.name()),
					"Leave notValid() out: PostgreSQL supports it for checks and foreign keys only.");
		}
		constraint = notValid ? constraint.holdingFor(Validity.NOT_VALID) : constraint;
		notValid = constraint.validity() == Validity.NOT_VALID;
	}

	@Override
	public Effects effects() {
		return Effects.making(List.of(new ConstraintObject(this.table, this.constraint)));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional
			.of(new DropConstraint(this.table, this.constraint.name(), this.constraint, this.notValid, false, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.createConstraint(this.table, this.constraint, java.link("notValid", this.notValid));
	}

	@Override
	public String describe() {
		return "add constraint %s to %s".formatted(this.constraint.name(), this.table);
	}

}
