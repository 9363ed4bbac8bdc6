package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

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

	/**
	 * Takes a sequence into the bounds that it gets, which PostgreSQL does not do by
	 * itself. Where it has not come to them yet, it goes on at the first number; where it
	 * has passed them, it stands at its end.
	 * @param sequence its name
	 * @param from how it counts, with nothing left to PostgreSQL
	 * @param to how it is to count, with some numbers in common
	 * @param type the type of the numbers then, whose own bounds are no matter
	 * @return statements, none where no number can be outside
	 */
	public static List<String> intoBounds(ObjectName sequence, SequenceOptions from, SequenceOptions to,
			@Nullable DataType type) {
		return intoBounds(named(sequence), from, to, type);
	}

	/**
	 * The same of the identity of a column.
	 * @param column the column
	 * @param from how it counts, with nothing left to PostgreSQL
	 * @param to how it is to count, with some numbers in common
	 * @param type the type of the numbers then, whose own bounds are no matter
	 * @return statements, none where no number can be outside
	 */
	public static List<String> intoBounds(ColumnName column, SequenceOptions from, SequenceOptions to,
			@Nullable DataType type) {
		return intoBounds(identity(column), from, to, type);
	}

	private static List<String> intoBounds(String sequence, SequenceOptions from, SequenceOptions to,
			@Nullable DataType type) {
		SequenceOptions usual = new SequenceOptions(null, to.increment(), null, null, null, null).inFull(type);
		long min = number(to.min());
		long max = number(to.max());
		boolean raised = min > number(from.min()) && min != number(usual.min());
		boolean lowered = max < number(from.max()) && max != number(usual.max());
		String below = "pg_sequence_last_value(%s) < %s".formatted(sequence, min);
		String above = "pg_sequence_last_value(%s) > %s".formatted(sequence, max);
		boolean down = to.isDown();
		List<String> statements = new ArrayList<>();
		if (down ? raised : lowered) {
			statements
				.add("SELECT setval(%s, %s) WHERE %s;".formatted(sequence, down ? min : max, down ? below : above));
		}
		boolean unused = number(from.start()) < min || number(from.start()) > max;
		if (unused || (down ? lowered : raised)) {
			String before = down ? above : below;
			String unusedToo = unused ? "COALESCE(%s, true)".formatted(before) : before;
			statements.add("SELECT setval(%s, %s, false) WHERE %s;".formatted(sequence, first(from, to), unusedToo));
		}
		return statements;
	}

	/**
	 * A number of both at which one begins.
	 */
	private static long first(SequenceOptions from, SequenceOptions to) {
		long start = number(to.start());
		if (start >= number(from.min()) && start <= number(from.max())) {
			return start;
		}
		return to.isDown() ? Math.min(number(to.max()), number(from.max()))
				: Math.max(number(to.min()), number(from.min()));
	}

	private static long number(@Nullable Long said) {
		return Objects.requireNonNull(said);
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
