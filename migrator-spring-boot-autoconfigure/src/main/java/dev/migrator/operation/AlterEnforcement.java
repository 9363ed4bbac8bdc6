package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * Enforces a foreign key, for which PostgreSQL reads all rows, or stops enforcing it.
 *
 * @param table the table
 * @param constraint the name of the foreign key
 * @param enforced whether it is enforced
 */
public record AlterEnforcement(ObjectName table, String constraint, boolean enforced) implements Directive {

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
