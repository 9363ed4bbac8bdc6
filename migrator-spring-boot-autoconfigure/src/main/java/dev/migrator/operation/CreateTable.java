package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Table;

/**
 * Creates a table with its constraints, indexes and comments.
 *
 * @param table the table
 * @param ifNotExists whether nothing is done if a table with that name exists; then it
 * cannot be reversed, because nobody knows afterwards who created the table
 */
public record CreateTable(Table table, boolean ifNotExists) implements Directive {

	public CreateTable {
		if (table.constraints().stream().anyMatch((constraint) -> constraint.validity() == Validity.NOT_VALID)) {
			throw new InvalidDefinitionException(
					"A new table has no rows, so NOT VALID has no effect on its constraints.", "Leave notValid() out.");
		}
	}

	@Override
	public Effects effects() {
		return Effects.making(SchemaObjects.of(this.table));
	}

	@Override
	public Optional<Operation> reverse() {
		return this.ifNotExists ? Optional.empty()
				: Optional.of(new DropTable(this.table.name(), this.table, false, false));
	}

	@Override
	public String java(JavaCode java) {
		return java.createTable(this.table, java.link("ifNotExists", this.ifNotExists));
	}

	@Override
	public String describe() {
		return "create table " + this.table.name();
	}

}
