package dev.migrator.operation;

import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * Renames a column, which keeps its values.
 *
 * @param table the table
 * @param from the old name
 * @param to the new name
 */
public record RenameColumn(ObjectName table, String from, String to) implements Directive {

	public RenameColumn {
		NameRule.check("column", from);
		NameRule.check("column", to);
	}

	@Override
	public Effects effects() {
		return new Effects(Set.of(ObjectId.column(this.table, this.from)), Set.of(ObjectId.column(this.table, this.to)),
				Set.of(), Set.of());
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameColumn(this.table, this.to, this.from));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("renameColumn", java.text(this.table), java.text(this.from), java.text(this.to));
	}

	@Override
	public String describe() {
		return "rename column %s of %s to %s".formatted(this.from, this.table, this.to);
	}

}
