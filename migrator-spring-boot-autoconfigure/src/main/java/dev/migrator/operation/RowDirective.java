package dev.migrator.operation;

import java.time.Duration;
import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;

/**
 * Changes rows of a table.
 */
public sealed interface RowDirective extends Directive {

	/**
	 * Inserts rows.
	 *
	 * @param rows the rows
	 */
	record InsertRows(Rows rows) implements RowDirective {

		@Override
		public Optional<Operation> reverse() {
			return this.rows.key().isEmpty() ? Optional.empty() : Optional.of(new DeleteRows(this.rows));
		}

		@Override
		public String java(JavaCode java) {
			return this.rows.java(java, "bulkInsert");
		}

		@Override
		public String describe() {
			return "insert %s rows into %s".formatted(this.rows.rows().size(), this.rows.table());
		}

		@Override
		public String toBeReversible() {
			return "Give the columns that identify the rows: rows.key(\"id\")";
		}

	}

	/**
	 * Deletes rows by their key.
	 *
	 * @param rows the rows
	 */
	record DeleteRows(Rows rows) implements RowDirective {

		public DeleteRows {
			if (rows.key().isEmpty()) {
				throw new InvalidDefinitionException("Rows of %s can only be deleted by a key.".formatted(rows.table()),
						"Give the columns of the key.");
			}
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new InsertRows(this.rows));
		}

		@Override
		public String java(JavaCode java) {
			return this.rows.java(java, "bulkDelete");
		}

		@Override
		public String describe() {
			return "delete %s rows of %s".formatted(this.rows.rows().size(), this.rows.table());
		}

	}

	/**
	 * Updates a large table in batches and commits each of them. After an interruption,
	 * it continues with the rows that are not done yet.
	 *
	 * @param table the table, which has a primary key
	 * @param set the assignments, in SQL: {@code total = price * quantity}
	 * @param where the SQL condition of the rows that are not done yet; it must be false
	 * for a row after the update: {@code total IS NULL}
	 * @param batch the number of rows in a batch
	 * @param pause the pause between two batches
	 * @param lockTimeout the time that a batch waits for a lock before it is tried again
	 * @param retries the number of times that one batch is tried again
	 */
	record Backfill(ObjectName table, String set, String where, int batch, Duration pause, Duration lockTimeout,
			int retries) implements RowDirective {

		/** The default number of rows in a batch. */
		public static final int BATCH = 1000;

		/** The default pause between two batches. */
		public static final Duration PAUSE = Duration.ZERO;

		/** The default time that a batch waits for a lock. */
		public static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

		/** The default number of times that one batch is tried again. */
		public static final int RETRIES = 10;

		public Backfill {
			new SqlExpression(set);
			new SqlExpression(where);
			if (batch < 1 || pause.isNegative() || retries < 0 || lockTimeout.toMillis() < 1) {
				throw new InvalidDefinitionException(
						"The backfill of %s has an invalid batch, pause, lock timeout or number of retries."
							.formatted(table),
						"A batch has 1 row or more, a lock timeout 1 ms or more, the others are 0 or more.");
			}
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new NothingToUndo("what was filled in %s stays".formatted(this.table)));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("backfill", java.text(this.table),
					java.lambda("backfill", java.link("set", this.set) + java.link("where", this.where) + pace(java)));
		}

		private String pace(JavaCode java) {
			String batch = (this.batch != BATCH) ? ".batch(" + this.batch + ")" : "";
			String pause = this.pause.equals(PAUSE) ? "" : ".pause(" + duration(java, this.pause) + ")";
			String timeout = this.lockTimeout.equals(LOCK_TIMEOUT) ? ""
					: ".lockTimeout(" + duration(java, this.lockTimeout) + ")";
			return batch + pause + timeout + ((this.retries != RETRIES) ? ".retries(" + this.retries + ")" : "");
		}

		private static String duration(JavaCode java, Duration duration) {
			String type = java.name(Duration.class);
			if (duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
				return type + ".ofSeconds(" + duration.toSeconds() + ")";
			}
			return duration.equals(Duration.ofMillis(duration.toMillis()))
					? type + ".ofMillis(" + duration.toMillis() + ")" : type + ".parse(" + java.text(duration) + ")";
		}

		@Override
		public String describe() {
			return "backfill %s in batches of %s".formatted(this.table, this.batch);
		}

		@Override
		public boolean outsideTransaction() {
			return true;
		}

	}

}
