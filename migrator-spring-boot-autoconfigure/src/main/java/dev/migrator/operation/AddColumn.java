package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;

/**
 * Adds a column to a table.
 *
 * @param table the table
 * @param column the column
 * @param ifNotExists whether nothing is done if a column with that name exists; then it
 * cannot be reversed
 */
public record AddColumn(ObjectName table, Column column, boolean ifNotExists) implements Directive {

	@Override
	public Effects effects() {
		return Effects.making(SchemaObjects.of(this.table, this.column));
	}

	@Override
	public Optional<Operation> reverse() {
		return this.ifNotExists ? Optional.empty()
				: Optional.of(new DropColumn(this.table, this.column.name(), this.column, false, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.call(this.ifNotExists ? "addColumnIfNotExists" : "addColumn", java.text(this.table),
				java.text(this.column.name()), java.type(this.column.type()),
				java.lambda("column", java.column(this.column)));
	}

	@Override
	public String describe() {
		return "add column %s to %s".formatted(this.column.name(), this.table);
	}

}
