package dev.migrator.operation;

import java.time.Duration;
import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SqlExpression;

/**
 * Updates a large table in batches, each committed by itself. Broken off, it goes on with
 * the rows that are still to be done.
 *
 * @param table the table, which has a primary key
 * @param set what is set, in SQL: {@code total = price * quantity}
 * @param where SQL of the rows that are still to be done, which a row no longer is when
 * it was set: {@code total IS NULL}
 * @param batch how many rows are updated at once
 * @param pause how long to wait between two batches
 * @param lockTimeout how long a batch waits for a lock before it is tried again
 * @param retries how often in a row a batch is tried again
 */
public record Backfill(ObjectName table, String set, String where, int batch, Duration pause, Duration lockTimeout,
		int retries) implements Directive {

	/** How many rows are updated at once unless something else is said. */
	public static final int BATCH = 1000;

	/** How long to wait between two batches unless something else is said. */
	public static final Duration PAUSE = Duration.ZERO;

	/** How long a batch waits for a lock unless something else is said. */
	public static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

	/** How often a batch is tried again unless something else is said. */
	public static final int RETRIES = 10;

	public Backfill {
		new SqlExpression(set);
		new SqlExpression(where);
		if (batch < 1 || pause.isNegative() || retries < 0 || lockTimeout.toMillis() < 1) {
			throw new InvalidDefinitionException(
					"The backfill of %s has a batch, a pause, a lock timeout or a number of retries that cannot be."
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
		return duration.equals(Duration.ofMillis(duration.toMillis())) ? type + ".ofMillis(" + duration.toMillis() + ")"
				: type + ".parse(" + java.text(duration) + ")";
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
