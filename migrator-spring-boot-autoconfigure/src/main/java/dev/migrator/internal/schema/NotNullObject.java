package dev.migrator.internal.schema;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;

/**
 * The constraint that keeps NULLs out of a column, which it is since PostgreSQL 18, where
 * it is not as {@code NOT NULL} alone makes it. That there is one that holds for all rows
 * says the column.
 *
 * @param column the column
 * @param name the name of the constraint
 * @param noInherit whether tables that inherit do not have it
 * @param valid whether it holds for all rows; if not, the column counts as one that takes
 * NULL
 */
public record NotNullObject(ColumnName column, String name, boolean noInherit, boolean valid) implements DetailObject {

	public NotNullObject {
		NameRule.check("constraint", name);
	}

	/**
	 * Which object that of a column is.
	 * @param column the column
	 * @return the identity
	 */
	public static ObjectId idOf(ColumnName column) {
		return ObjectId.notNullConstraintOf(column);
	}

	@Override
	public ObjectId id() {
		return idOf(this.column);
	}

	@Override
	public ObjectId parent() {
		return ObjectId.column(this.column);
	}

	/**
	 * The table.
	 * @return its name
	 */
	public ObjectName table() {
		return this.column.table();
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("name", this.name), new Attribute("noInherit", this.noInherit),
				new Attribute("valid", this.valid));
	}

	@Override
	public Stream<ObjectId> needs() {
		return this.valid ? Stream.of(ObjectId.notNullOf(this.column)) : Stream.empty();
	}

	@Override
	public NotNullObject renamed(Renaming renaming) {
		return new NotNullObject(renaming.column(this.column), this.name, this.noInherit, this.valid);
	}

}
