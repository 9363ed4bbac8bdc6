package dev.migrator.internal.dialect.value;

import dev.migrator.internal.dialect.ddl.SequenceSql;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;

/**
 * Lets one sequence go on where another one is. Nothing happens if that has counted
 * nothing yet.
 */
public final class SequenceCount {

	private SequenceCount() {
	}

	/**
	 * Lets the identity of a column go on where a sequence is.
	 * @param column the column
	 * @param sequence the sequence
	 * @return a statement
	 */
	public static String toIdentity(ColumnName column, ObjectName sequence) {
		return goOn(identity(column), named(sequence));
	}

	/**
	 * Lets a sequence go on where the identity of a column is.
	 * @param sequence the sequence
	 * @param column the column
	 * @return a statement
	 */
	public static String toSequence(ObjectName sequence, ColumnName column) {
		return goOn(named(sequence), identity(column));
	}

	/**
	 * Lets a sequence go on where the identity of a column is, unless it is behind that
	 * already.
	 * @param sequence the sequence
	 * @param column the column
	 * @param down whether both count down
	 * @return a statement
	 */
	public static String behind(ObjectName sequence, ColumnName column, boolean down) {
		return "SELECT setval(%s, %s(pg_sequence_last_value(%s), pg_sequence_last_value(%s)));"
			.formatted(named(sequence), down ? "LEAST" : "GREATEST", named(sequence), identity(column));
	}

	private static String goOn(String sequence, String where) {
		return "SELECT setval(%s, pg_sequence_last_value(%s));".formatted(sequence, where);
	}

	private static String named(ObjectName sequence) {
		return SqlText.literal(NameSql.of(sequence));
	}

	private static String identity(ColumnName column) {
		return SequenceSql.ofIdentity(column);
	}

}
