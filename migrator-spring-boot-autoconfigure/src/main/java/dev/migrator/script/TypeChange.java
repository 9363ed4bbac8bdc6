package dev.migrator.script;

import dev.migrator.operation.ChangeType;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * How the type of a column changes.
 */
public final class TypeChange extends Definition {

	private final ColumnName column;

	private final DataType to;

	private @Nullable ObjectName collation;

	private @Nullable String using;

	private @Nullable DataType was;

	private @Nullable ObjectName collationWas;

	private @Nullable String usingBack;

	TypeChange(Scope scope, ColumnName column, DataType to) {
		super(scope);
		this.column = column;
		this.to = to;
	}

	/**
	 * Says how a new value is made of an old one, where an assignment does not do it.
	 * @param sql the expression: {@code status::workout_status}
	 * @return this
	 */
	public TypeChange using(String sql) {
		open();
		this.using = sql;
		return this;
	}

	/**
	 * Gives it another collation than that of its new type.
	 * @param collation the collation
	 * @return this
	 */
	public TypeChange collate(String collation) {
		open();
		this.collation = ObjectName.of(collation);
		return this;
	}

	/**
	 * Says which type it was, so that the change can be reversed.
	 * @param type the old type
	 * @return this
	 */
	public TypeChange was(DataType type) {
		open();
		this.was = type;
		return this;
	}

	/**
	 * Says which type it was, so that the change can be reversed.
	 * @param type the old type
	 * @param usingBack the expression that makes an old value of a new one
	 * @return this
	 */
	public TypeChange was(DataType type, String usingBack) {
		was(type);
		this.usingBack = usingBack;
		return this;
	}

	/**
	 * Says which collation it had, if that was another than that of its old type.
	 * @param collation the collation
	 * @return this
	 */
	public TypeChange collationWas(String collation) {
		open();
		this.collationWas = ObjectName.of(collation);
		return this;
	}

	ChangeType build() {
		if (this.collationWas != null && this.was == null) {
			throw new InvalidDefinitionException("Which collation the column %s of %s had is said, but not which type."
				.formatted(this.column.column(), this.column.table()), "Call was(text()) too.");
		}
		return new ChangeType(this.column, this.to, this.collation, this.using, this.was, this.collationWas,
				this.usingBack);
	}

}
