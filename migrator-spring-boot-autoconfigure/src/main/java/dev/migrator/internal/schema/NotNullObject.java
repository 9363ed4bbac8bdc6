package dev.migrator.internal.schema;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;

/**
 * A NOT NULL constraint of a column that differs from a plain {@code NOT NULL}. NOT NULL
 * is a constraint since PostgreSQL 18. The column itself has whether it holds for all
 * rows.
 *
 * @param column the column
 * @param name the name of the constraint
 * @param noInherit whether tables that inherit do not have it
 * @param valid whether it holds for all rows; if not, the column counts as nullable
 */
public record NotNullObject(ColumnName column, String name, boolean noInherit, boolean valid) implements DetailObject {

	public NotNullObject {
		NameRule.check("constraint", name);
	}

	/**
	 * Returns the identity of the NOT NULL constraint of a column.
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
	 * Returns the table.
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
