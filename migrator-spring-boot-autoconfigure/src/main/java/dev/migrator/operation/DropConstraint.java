package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * Drops a constraint of a table.
 *
 * @param table the table
 * @param name the name of the constraint
 * @param was its definition, or {@code null} if it is unknown
 * @param wasNotValid whether it was NOT VALID
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether the objects that depend on it are dropped too; then it cannot be
 * reversed
 */
public record DropConstraint(ObjectName table, String name, @Nullable Constraint was, boolean wasNotValid,
		boolean ifExists, boolean cascade) implements Directive {

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
