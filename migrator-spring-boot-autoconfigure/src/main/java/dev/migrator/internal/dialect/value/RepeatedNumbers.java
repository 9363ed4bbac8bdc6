package dev.migrator.internal.dialect.value;

import java.util.Optional;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ColumnName;

/**
 * Checks whether an application could take numbers that rows have already.
 */
public final class RepeatedNumbers {

	private RepeatedNumbers() {
	}

	/**
	 * Returns whether a sequence is behind the numbers in the rows.
	 * @param connection the session, outside of a transaction
	 * @param sequence the sequence
	 * @param column the column with the numbers
	 * @return whether it is, as far as the role can read it
	 */
	public static boolean isBehindRows(ServerConnection connection, NumberCounter.OfSequence sequence,
			ColumnName column) {
		return isTrue(connection,
				(sequence.isDown() ? "SELECT (SELECT min(%s) FROM %s) < COALESCE(%s, 0)"
						: "SELECT (SELECT max(%s) FROM %s) > COALESCE(%s, 0)")
					.formatted(NameSql.of(column.column()), NameSql.of(column.table()), sequence.last()));
	}

	/**
	 * Returns whether rows have numbers, but the row is missing from which the numbers
	 * are taken.
	 * @param connection the session, outside of a transaction
	 * @param row the row
	 * @param column the column with the numbers
	 * @return whether it is missing, as far as the role can read it
	 */
	public static boolean isMissing(ServerConnection connection, NumberCounter.OfRow row, ColumnName column) {
		return isTrue(connection,
				"SELECT (SELECT max(%s) FROM %s) > 0 AND NOT EXISTS (SELECT FROM %s WHERE %s = %s)".formatted(
						NameSql.of(column.column()), NameSql.of(column.table()), NameSql.of(row.table()),
						NameSql.of(row.key()), SqlText.literal(row.value())));
	}

	/**
	 * Returns false if the role may read the catalog but not the rows.
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
