package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;

/**
 * Refuses NULLs in a column. Outside of a transaction, it blocks nobody while the rows
 * are checked.
 *
 * @param column the column
 */
public record SetNotNull(ColumnName column) implements Directive {

	@Override
	public Effects effects() {
		return Effects.making(ObjectId.notNullOf(this.column));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropNotNull(this.column));
	}

	@Override
	public String java(JavaCode java) {
		return java.alterColumn(this.column, ".notNull()", "");
	}

	@Override
	public String describe() {
		return "set column %s of %s not null".formatted(this.column.column(), this.column.table());
	}

}
