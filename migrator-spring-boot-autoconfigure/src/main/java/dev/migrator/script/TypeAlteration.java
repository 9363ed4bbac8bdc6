package dev.migrator.script;

import dev.migrator.operation.AlterColumnType;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Which type a column gets, or had.
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
	 * Says how a value of this type is made of one of the other, where an assignment does
	 * not do it.
	 * @param sql the expression: {@code status::workout_status}
	 * @return this
	 */
	public TypeAlteration using(String sql) {
		open();
		this.using = sql;
		return this;
	}

	/**
	 * Says which collation it has, if that is another than that of this type.
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
