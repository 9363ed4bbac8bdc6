package dev.migrator.internal.dialect.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrator.internal.dialect.ddl.SequenceSql;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;

/**
 * A source of the numbers of a column. It continues after the numbers in the rows and
 * after the other sources, and never goes back.
 */
public sealed interface NumberCounter {

	/**
	 * Returns whether it counts down.
	 */
	boolean isDown();

	/**
	 * Returns the last number that it has given, or NULL if it has given none.
	 */
	String last();

	/**
	 * Returns a statement that moves it forward.
	 * @param column the column with the numbers
	 * @param others the other sources of its numbers
	 * @return a statement
	 */
	String goOn(ColumnName column, List<? extends NumberCounter> others);

	/**
	 * A sequence from which an application takes numbers. Its next number is a whole step
	 * further, and so is the block that ends with that number.
	 *
	 * @param name its name
	 * @param options its options
	 * @param created whether it has given no number yet
	 * @see <a href=
	 * "https://docs.hibernate.org/orm/7.3/javadocs/org/hibernate/id/enhanced/PooledOptimizer.html">PooledOptimizer</a>
	 */
	record OfSequence(ObjectName name, SequenceOptions options, boolean created) implements NumberCounter {

		@Override
		public boolean isDown() {
			return this.options.isDown();
		}

		@Override
		public String last() {
			return "pg_sequence_last_value(%s)".formatted(SqlText.literal(NameSql.of(this.name)));
		}

		/**
		 * Uses the beginning of the block: a restarted sequence is at a number that it
		 * has not given.
		 */
		@Override
		public String goOn(ColumnName column, List<? extends NumberCounter> others) {
			String furthest = furthest(column, others);
			String stands = this.created ? String.valueOf(SequenceSql.first(this.options))
					: "(SELECT %s FROM %s)".formatted(blockBegins(), NameSql.of(this.name));
			return "SELECT setval(%s, %s) FROM %s HAVING %s %s %s;".formatted(SqlText.literal(NameSql.of(this.name)),
					furthest, NameSql.of(column.table()), furthest, isDown() ? "<=" : ">=", stands);
		}

		/**
		 * Returns the first number of the block that ends with the next number, if the
		 * sequence has given none.
		 */
		private String blockBegins() {
			SequenceOptions full = this.options.inFull(null);
			long step = Objects.requireNonNull(full.increment());
			return (Math.abs(step) == 1) ? "last_value"
					: isDown() ? "LEAST(last_value + %s, %s)".formatted(-step - 1, full.max())
							: "GREATEST(last_value - %s, %s)".formatted(step - 1, full.min());
		}

		private String furthest(ColumnName column, List<? extends NumberCounter> others) {
			List<String> numbers = new ArrayList<>();
			numbers.add(NumberCounter.ofRows(column, isDown()));
			numbers.add(last());
			return NumberCounter.furthest(numbers, others, isDown());
		}

	}

	/**
	 * The identity of a column. A new one is already after the rows.
	 *
	 * @param column the column
	 * @param isDown whether it counts down
	 */
	record OfIdentity(ColumnName column, boolean isDown) implements NumberCounter {

		@Override
		public String last() {
			return "pg_sequence_last_value(%s)".formatted(SequenceSql.ofIdentity(this.column));
		}

		@Override
		public String goOn(ColumnName numbered, List<? extends NumberCounter> others) {
			return "SELECT setval(%s, %s);".formatted(SequenceSql.ofIdentity(this.column),
					NumberCounter.furthest(List.of(last()), others, this.isDown));
		}

	}

	/**
	 * A row of a table in which an application counts. The application takes several
	 * numbers at once, up to the number of the row plus one. None of them may have been
	 * given before.
	 *
	 * @param table the table
	 * @param key the column by which the row is found
	 * @param value the value of that column
	 * @param number the column of the number
	 * @param step the number of numbers that are taken at once
	 */
	record OfRow(ObjectName table, String key, String value, String number, int step) implements NumberCounter {

		@Override
		public boolean isDown() {
			return false;
		}

		@Override
		public String last() {
			return "(SELECT %s%s FROM %s WHERE %s = %s)".formatted(NameSql.of(this.number), ahead(" - "),
					NameSql.of(this.table), NameSql.of(this.key), SqlText.literal(this.value));
		}

		@Override
		public String goOn(ColumnName column, List<? extends NumberCounter> others) {
			String furthest = NumberCounter.furthest(List.of(NumberCounter.ofRows(column, false)), others, false);
			return "INSERT INTO %s (%s, %s) SELECT %s, %s FROM %s HAVING %s > 0 ON CONFLICT (%s) DO UPDATE SET %s = GREATEST(%s.%s, EXCLUDED.%s);"
				.formatted(NameSql.of(this.table), NameSql.of(this.key), NameSql.of(this.number),
						SqlText.literal(this.value), furthest + ahead(" + "), NameSql.of(column.table()), furthest,
						NameSql.of(this.key), NameSql.of(this.number), NameSql.of(this.table.name()),
						NameSql.of(this.number), NameSql.of(this.number));
		}

		private String ahead(String operator) {
			return (this.step > 1) ? operator + (this.step - 1) : "";
		}

	}

	private static String ofRows(ColumnName column, boolean down) {
		return (down ? "min(%s)" : "max(%s)").formatted(NameSql.of(column.column()));
	}

	private static String furthest(List<String> numbers, List<? extends NumberCounter> others, boolean down) {
		List<String> all = new ArrayList<>(numbers);
		others.stream().filter((other) -> other.isDown() == down).map(NumberCounter::last).forEach(all::add);
		return (all.size() == 1) ? all.get(0) : "%s(%s)".formatted(down ? "LEAST" : "GREATEST", String.join(", ", all));
	}

}
