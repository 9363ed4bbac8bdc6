package dev.migrator.operation;

import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ColumnName;

/**
 * Changes a stored generated column into a plain column, which keeps the computed values.
 * PostgreSQL can reverse this only with a new column.
 *
 * @param column the column
 */
public record DropExpression(ColumnName column) implements Directive {

	@Override
	public Effects effects() {
		return Effects.changing(Set.of(ObjectId.column(this.column)));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.empty();
	}

	@Override
	public String java(JavaCode java) {
		return java.alterColumn(this.column, ".noExpression()", "");
	}

	@Override
	public String describe() {
		return "drop the expression of column %s of %s".formatted(this.column.column(), this.column.table());
	}

	@Override
	public String toBeReversible() {
		return "Write the downgrade: drop the column %s of %s, and add it again with its expression"
			.formatted(this.column.column(), this.column.table());
	}

}
