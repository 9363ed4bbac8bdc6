package dev.migrator.script;

import java.time.Duration;

import dev.migrator.operation.Backfill;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;

/**
 * How a large table is filled in batches.
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
	 * Says what is set.
	 * @param sql SQL: {@code volume_kg = sets * reps * weight_kg}
	 * @return this
	 */
	public BackfillDefinition set(String sql) {
		open();
		this.set = sql;
		return this;
	}

	/**
	 * Says which rows are still to be done. A row that was set must not be one of them
	 * any more: that is how a backfill that was broken off finds where it was.
	 * @param condition SQL: {@code volume_kg IS NULL}
	 * @return this
	 */
	public BackfillDefinition where(String condition) {
		open();
		this.where = condition;
		return this;
	}

	/**
	 * Sets how many rows are updated and committed at once; 1000 unless it is said.
	 * @param rows how many
	 * @return this
	 */
	public BackfillDefinition batch(int rows) {
		open();
		this.batch = rows;
		return this;
	}

	/**
	 * Waits between two batches, for replicas and for vacuum; not at all unless it is
	 * said.
	 * @param pause how long
	 * @return this
	 */
	public BackfillDefinition pause(Duration pause) {
		open();
		this.pause = pause;
		return this;
	}

	/**
	 * Sets how long a batch waits for a lock before it gives way and is tried again; 2
	 * seconds unless it is said.
	 * @param timeout how long
	 * @return this
	 */
	public BackfillDefinition lockTimeout(Duration timeout) {
		open();
		this.lockTimeout = timeout;
		return this;
	}

	/**
	 * Sets how often in a row a batch is tried again, with growing pauses; 10 times
	 * unless it is said.
	 * @param retries how often
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
					"The backfill of %s does not say what is set and which rows are still to be done."
						.formatted(this.table),
					"Call set(\"total = price * quantity\") and where(\"total IS NULL\").");
		}
		return new Backfill(this.table, this.set, this.where, this.batch, this.pause, this.lockTimeout, this.retries);
	}

}
