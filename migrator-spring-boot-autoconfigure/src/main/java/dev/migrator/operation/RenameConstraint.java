package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * Renames a constraint, and its index if it has one.
 *
 * @param table the table
 * @param from the old name
 * @param to the new name
 */
public record RenameConstraint(ObjectName table, String from, String to) implements Directive {

	public RenameConstraint {
		NameRule.check("constraint", from);
		NameRule.check("constraint", to);
	}

	@Override
	public Effects effects() {
		return Effects.renaming(ObjectId.constraint(this.table, this.from), ObjectId.constraint(this.table, this.to),
				this.table.sibling(this.from), this.table.sibling(this.to));
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
