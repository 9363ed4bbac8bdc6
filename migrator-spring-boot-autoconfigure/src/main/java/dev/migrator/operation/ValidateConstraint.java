package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * Checks all rows of a table against a constraint that was added as NOT VALID. It blocks
 * neither readers nor writers.
 *
 * @param table the table
 * @param constraint the name of the constraint
 */
public record ValidateConstraint(ObjectName table, String constraint) implements Directive {

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
