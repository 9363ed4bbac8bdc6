package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;

/**
 * Deletes rows by their key.
 *
 * @param rows the rows
 */
public record DeleteRows(Rows rows) implements Directive {

	public DeleteRows {
		if (rows.key().isEmpty()) {
			throw new InvalidDefinitionException("Rows of %s can only be deleted by a key.".formatted(rows.table()),
					"Name the columns of the key.");
		}
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new InsertRows(this.rows));
	}

	@Override
	public String java(JavaCode java) {
		return this.rows.java(java, "bulkDelete");
	}

	@Override
	public String describe() {
		return "delete %s rows of %s".formatted(this.rows.rows().size(), this.rows.table());
	}

}
