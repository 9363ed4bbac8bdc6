package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * Changes a constraint of a table.
 */
public sealed interface ConstraintDirective extends Directive {

	/**
	 * Adds a constraint to a table.
	 *
	 * @param table the table
	 * @param constraint the constraint
	 * @param notValid whether existing rows are not checked, so that the lock is held
	 * only for a moment; {@link ValidateConstraint} checks them later
	 */
	record AddConstraint(ObjectName table, Constraint constraint, boolean notValid) implements ConstraintDirective {

		public AddConstraint {
			if (notValid && constraint.validity() == Validity.NOT_ENFORCED) {
				throw new InvalidDefinitionException(
						"The constraint %s is NOT ENFORCED, so it is not valid anyway.".formatted(constraint.name()),
						"Leave notValid() out.");
			}
			if (notValid && !constraint.canBeNotValid()) {
				throw new InvalidDefinitionException(
						"The constraint %s cannot be NOT VALID.".formatted(constraint.name()),
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
			return Optional.of(new DropConstraint(this.table, this.constraint.name(), this.constraint, this.notValid,
					false, false));
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

	/**
	 * Drops a constraint of a table.
	 *
	 * @param table the table
	 * @param name the name of the constraint
	 * @param was its definition, or {@code null} if it is unknown
	 * @param wasNotValid whether it was NOT VALID
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the objects that depend on it are dropped too; then it
	 * cannot be reversed
	 */
	record DropConstraint(ObjectName table, String name, @Nullable Constraint was, boolean wasNotValid,
			boolean ifExists, boolean cascade) implements ConstraintDirective {

		public DropConstraint {
			NameRule.check("constraint", name);
			if (was != null) {
				was = wasNotValid ? was.holdingFor(Validity.NOT_VALID) : was;
				wasNotValid = was.validity() == Validity.NOT_VALID;
			}
		}

		@Override
		public Effects effects() {
			return (this.was != null) ? Effects.removing(List.of(new ConstraintObject(this.table, this.was)))
					: Effects.removing(ObjectId.constraint(this.table, this.name));
		}

		@Override
		public Optional<Operation> reverse() {
			return (this.cascade || this.ifExists) ? Optional.empty() : Optional.ofNullable(this.was)
				.map((constraint) -> new AddConstraint(this.table, constraint, this.wasNotValid));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("dropConstraint", java.text(this.table), java.text(this.name),
					java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
		}

		@Override
		public String describe() {
			return "drop constraint %s of %s".formatted(this.name, this.table);
		}

		@Override
		public String toBeReversible() {
			return (this.cascade || this.ifExists) ? ""
					: ReverseAdvice.there("createCheck", this.table) + " with the create method of its kind";
		}

	}

	/**
	 * Renames a constraint, and its index if it has one.
	 *
	 * @param table the table
	 * @param from the old name
	 * @param to the new name
	 */
	record RenameConstraint(ObjectName table, String from, String to) implements ConstraintDirective {

		public RenameConstraint {
			NameRule.check("constraint", from);
			NameRule.check("constraint", to);
		}

		@Override
		public Effects effects() {
			return Effects.renaming(ObjectId.constraint(this.table, this.from),
					ObjectId.constraint(this.table, this.to), this.table.sibling(this.from),
					this.table.sibling(this.to));
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new RenameConstraint(this.table, this.to, this.from));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("renameConstraint", java.text(this.table), java.text(this.from), java.text(this.to));
		}

		@Override
		public String describe() {
			return "rename constraint %s of %s to %s".formatted(this.from, this.table, this.to);
		}

	}

	/**
	 * Checks all rows of a table against a constraint that was added as NOT VALID. It
	 * blocks neither readers nor writers.
	 *
	 * @param table the table
	 * @param constraint the name of the constraint
	 */
	record ValidateConstraint(ObjectName table, String constraint) implements ConstraintDirective {

		public ValidateConstraint {
			NameRule.check("constraint", constraint);
		}

		@Override
		public Effects effects() {
			return Effects.NONE.needing(ObjectId.constraint(this.table, this.constraint));
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional
				.of(new NothingToUndo("the constraint %s of %s stays valid".formatted(this.constraint, this.table)));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("validateConstraint", java.text(this.table), java.text(this.constraint));
		}

		@Override
		public String describe() {
			return "validate constraint %s of %s".formatted(this.constraint, this.table);
		}

	}

	/**
	 * Enforces a foreign key, for which PostgreSQL reads all rows, or stops enforcing it.
	 *
	 * @param table the table
	 * @param constraint the name of the foreign key
	 * @param enforced whether it is enforced
	 */
	record AlterEnforcement(ObjectName table, String constraint, boolean enforced) implements ConstraintDirective {

		public AlterEnforcement {
			NameRule.check("constraint", constraint);
		}

		@Override
		public Effects effects() {
			return Effects.NONE.needing(ObjectId.constraint(this.table, this.constraint));
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new AlterEnforcement(this.table, this.constraint, !this.enforced));
		}

		@Override
		public String java(JavaCode java) {
			return java.call(this.enforced ? "enforceForeignKey" : "stopEnforcingForeignKey", java.text(this.table),
					java.text(this.constraint));
		}

		@Override
		public String describe() {
			return "%s foreign key %s of %s".formatted(this.enforced ? "enforce" : "stop enforcing", this.constraint,
					this.table);
		}

	}

}
