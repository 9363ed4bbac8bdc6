package dev.migrator.script;

import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The new type of a column, or its old one.
 */
public final class TypeAlteration extends Definition {

	private final ColumnName column;

	private final DataType to;

	private @Nullable ObjectName collation;

	private @Nullable String using;

	TypeAlteration(Scope scope, ColumnName column, DataType to) {
		super(scope);
		this.column = column;
		this.to = to;
	}

	/**
	 * Sets the expression that converts values to this type, if an assignment cast cannot
	 * do it.
	 * @param sql the expression: {@code status::workout_status}
	 * @return this
	 */
	public TypeAlteration using(String sql) {
		open();
		this.using = sql;
		return this;
	}

	/**
	 * Sets the collation, if it differs from that of this type.
	 * @param collation the collation
	 * @return this
	 */
	public TypeAlteration collate(String collation) {
		open();
		this.collation = ObjectName.of(collation);
		return this;
	}

	AlterColumnType build(@Nullable TypeAlteration was) {
		return (was != null)
				? new AlterColumnType(this.column, this.to, this.collation, this.using, was.to, was.collation,
						was.using)
				: new AlterColumnType(this.column, this.to, this.collation, this.using, null, null, null);
	}

}
