package dev.migrator.script;

import java.time.Duration;

import dev.migrator.operation.RowDirective.Backfill;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;

/**
 * Defines how a large table is filled in batches.
 */
public final class BackfillDefinition extends Definition {

	private final ObjectName table;

	private String set = "";

	private String where = "";

	private int batch = Backfill.BATCH;

	private Duration pause = Backfill.PAUSE;

	private Duration lockTimeout = Backfill.LOCK_TIMEOUT;

	private int retries = Backfill.RETRIES;

	BackfillDefinition(ObjectName table) {
		this.table = table;
	}

	/**
	 * Sets the assignments.
	 * @param sql SQL: {@code volume_kg = sets * reps * weight_kg}
	 * @return this
	 */
	public BackfillDefinition set(String sql) {
		open();
		this.set = sql;
		return this;
	}

	/**
	 * Sets the condition of the rows that are not done yet. It must be false for a row
	 * after the update: an interrupted backfill continues with the rows for which it is
	 * true.
	 * @param condition SQL: {@code volume_kg IS NULL}
	 * @return this
	 */
	public BackfillDefinition where(String condition) {
		open();
		this.where = condition;
		return this;
	}

	/**
	 * Sets the number of rows that are updated and committed at once. The default is
	 * 1000.
	 * @param rows the number of rows
	 * @return this
	 */
	public BackfillDefinition batch(int rows) {
		open();
		this.batch = rows;
		return this;
	}

	/**
	 * Sets the pause between two batches, for replicas and for vacuum. By default there
	 * is none.
	 * @param pause the duration of the pause
	 * @return this
	 */
	public BackfillDefinition pause(Duration pause) {
		open();
		this.pause = pause;
		return this;
	}

	/**
	 * Sets the time that a batch waits for a lock before it gives up and is tried again.
	 * The default is 2 seconds.
	 * @param timeout the maximum time
	 * @return this
	 */
	public BackfillDefinition lockTimeout(Duration timeout) {
		open();
		this.lockTimeout = timeout;
		return this;
	}

	/**
	 * Sets the number of times that one batch is tried again, with growing pauses. The
	 * default is 10.
	 * @param retries the number of retries
	 * @return this
	 */
	public BackfillDefinition retries(int retries) {
		open();
		this.retries = retries;
		return this;
	}

	Backfill build() {
		if (this.set.isBlank() || this.where.isBlank()) {
			throw new InvalidDefinitionException(
					"The backfill of %s needs its assignments and the condition of the rows that are not done yet."
						.formatted(this.table),
					"Call set(\"total = price * quantity\") and where(\"total IS NULL\").");
		}
		return new Backfill(this.table, this.set, this.where, this.batch, this.pause, this.lockTimeout, this.retries);
	}

}
