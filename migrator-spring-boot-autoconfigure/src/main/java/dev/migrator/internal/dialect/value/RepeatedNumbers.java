package dev.migrator.internal.dialect.value;

import java.util.Optional;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ColumnName;

/**
 * Looks at the rows whose numbers an application takes from something.
 */
public final class RepeatedNumbers {

	private RepeatedNumbers() {
	}

	/**
	 * Whether a sequence stands before the numbers that rows have.
	 * @param connection the session, outside of a transaction
	 * @param sequence the sequence
	 * @param column the column that has the numbers
	 * @return whether it does, as far as that may be read
	 */
	public static boolean isBehindRows(ServerConnection connection, NumberCounter.OfSequence sequence,
			ColumnName column) {
		return isTrue(connection,
				(sequence.isDown() ? "SELECT (SELECT min(%s) FROM %s) < COALESCE(%s, 0)"
						: "SELECT (SELECT max(%s) FROM %s) > COALESCE(%s, 0)")
					.formatted(NameSql.of(column.column()), NameSql.of(column.table()), sequence.last()));
	}

	/**
	 * Whether rows have numbers, and the row is missing that they are taken from.
	 * @param connection the session, outside of a transaction
	 * @param row the row
	 * @param column the column that has the numbers
	 * @return whether it is, as far as that may be read
	 */
	public static boolean isMissing(ServerConnection connection, NumberCounter.OfRow row, ColumnName column) {
		return isTrue(connection,
				"SELECT (SELECT max(%s) FROM %s) > 0 AND NOT EXISTS (SELECT FROM %s WHERE %s = %s)".formatted(
						NameSql.of(column.column()), NameSql.of(column.table()), NameSql.of(row.table()),
						NameSql.of(row.key()), SqlText.literal(row.value())));
	}

	/**
	 * A role may read the catalog and not the rows.
	 */
	private static boolean isTrue(ServerConnection connection, String sql) {
		try {
			return connection.query(sql)
				.stream()
				.anyMatch((row) -> Optional.ofNullable(row.text(0)).filter("t"::equals).isPresent());
		}
		catch (SqlFailure ex) {
			if (ex.error().connectionCut() || ex.error().cancelled()) {
				throw ex;
			}
			return false;
		}
	}

}
