package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;

/**
 * Inserts rows.
 *
 * @param rows the rows
 */
public record InsertRows(Rows rows) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return this.rows.key().isEmpty() ? Optional.empty() : Optional.of(new DeleteRows(this.rows));
	}

	@Override
	public String java(JavaCode java) {
		return this.rows.java(java, "bulkInsert");
	}

	@Override
	public String describe() {
		return "insert %s rows into %s".formatted(this.rows.rows().size(), this.rows.table());
	}

	@Override
	public String toBeReversible() {
		return "Name the columns that identify the rows: rows.key(\"id\")";
	}

}
