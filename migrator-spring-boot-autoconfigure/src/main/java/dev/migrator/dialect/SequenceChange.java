package dev.migrator.dialect;

import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.SqlSource;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a sequence and no directive says: its owner and its type.
 *
 * @param sequence the sequence
 * @see <a href="https://www.postgresql.org/docs/current/sql-altersequence.html">ALTER
 * SEQUENCE</a>
 */
public record SequenceChange(ObjectName sequence) {

	/**
	 * Gives the sequence to a column, with which it is dropped then.
	 * @param from the column that it belongs to, or {@code null} if it stands alone
	 * @param to the column that it is to belong to, or {@code null}
	 * @return the SQL with what undoes it
	 */
	public ExecuteSql owner(@Nullable ColumnName from, @Nullable ColumnName to) {
		return sql(owner(to), owner(from));
	}

	/**
	 * Gives the sequence another type of number.
	 * @param from the type it has
	 * @param to the type it is to have
	 * @return the SQL with what undoes it
	 */
	public ExecuteSql type(DataType from, DataType to) {
		return sql(as(to), as(from));
	}

	private String owner(@Nullable ColumnName owner) {
		return alter() + "OWNED BY "
				+ ((owner != null) ? NameSql.of(owner.table()) + "." + NameSql.of(owner.column()) : "NONE");
	}

	private String as(DataType type) {
		return alter() + "AS " + TypeSql.of(type);
	}

	private String alter() {
		return "ALTER SEQUENCE " + NameSql.of(this.sequence) + " ";
	}

	private static ExecuteSql sql(String sql, String undo) {
		return new ExecuteSql(SqlSource.of(sql), SqlSource.of(undo));
	}

}
