package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;

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

	/**
	 * Lets the identity of a column go on where a sequence is that an application took
	 * its numbers from, unless it is behind that already.
	 * @param column the column
	 * @param sequence the sequence
	 * @param down whether both count down
	 * @return a statement
	 */
	public static String toIdentityBehind(ColumnName column, ObjectName sequence, boolean down) {
		return "SELECT setval(%s, %s);".formatted(identity(column),
				furthest(down, List.of("pg_sequence_last_value(%s)".formatted(identity(column)), last(sequence))));
	}

	/**
	 * Lets a sequence that an application takes the numbers of a column from go on behind
	 * those that rows have, unless it is behind them already. The one that it gives next
	 * is a whole step further, and so is the block that ends with it.
	 * @param sequence the sequence
	 * @param column the column
	 * @param identity whether the column has an identity, which it goes on behind too
	 * @param options how the sequence counts
	 * @return a statement
	 * @see <a href=
	 * "https://docs.hibernate.org/orm/7.3/javadocs/org/hibernate/id/enhanced/PooledOptimizer.html">PooledOptimizer</a>
	 */
	public static String behindRows(ObjectName sequence, ColumnName column, boolean identity, SequenceOptions options) {
		boolean down = options.isDown();
		List<String> numbers = new ArrayList<>();
		numbers.add((down ? "min(%s)" : "max(%s)").formatted(NameSql.of(column.column())));
		numbers.add(last(sequence));
		if (identity) {
			numbers.add("pg_sequence_last_value(%s)".formatted(identity(column)));
		}
		String furthest = furthest(down, numbers);
		return "SELECT setval(%s, %s) FROM %s HAVING %s %s %s;".formatted(named(sequence), furthest,
				NameSql.of(column.table()), furthest, down ? "<=" : ">=", SequenceSql.first(options));
	}

	private static String furthest(boolean down, List<String> numbers) {
		return "%s(%s)".formatted(down ? "LEAST" : "GREATEST", String.join(", ", numbers));
	}

	private static String last(ObjectName sequence) {
		return "pg_sequence_last_value(%s)".formatted(named(sequence));
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
