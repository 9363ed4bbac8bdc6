package dev.migrator.internal.schema;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.element.Renaming;

/**
 * The default of a column.
 *
 * @param column the column
 * @param value the default
 */
public record DefaultObject(ColumnName column, Expression value) implements SchemaObject {

	@Override
	public ObjectId id() {
		return ObjectId.defaultOf(this.column);
	}

	@Override
	public ObjectId parent() {
		return ObjectId.column(this.column);
	}

	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("value", this.value));
	}

	/**
	 * It depends on the type of its column.
	 */
	@Override
	public Stream<ObjectId> needs() {
		return Stream.of(parent());
	}

	/**
	 * Returns whether the value comes from a sequence.
	 * @return whether it does, as PostgreSQL prints it
	 */
	public boolean callsSequence() {
		return this.value instanceof SqlExpression sql && sql.sql().startsWith("nextval(");
	}

	@Override
	public DefaultObject renamed(Renaming renaming) {
		return new DefaultObject(renaming.column(this.column), renaming.defaultValue(this.value));
	}

}
