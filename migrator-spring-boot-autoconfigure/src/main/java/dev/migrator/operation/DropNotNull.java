package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;

/**
 * Allows NULLs in a column.
 *
 * @param column the column
 */
public record DropNotNull(ColumnName column) implements Directive {

	@Override
	public Effects effects() {
		return Effects.removing(ObjectId.notNullOf(this.column));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new SetNotNull(this.column));
	}

	@Override
	public String java(JavaCode java) {
		return java.alterColumn(this.column, ".nullable()", "");
	}

	@Override
	public String describe() {
		return "set column %s of %s nullable".formatted(this.column.column(), this.column.table());
	}

}
