package dev.migrator.execution;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.migrator.dialect.AdvisoryLock;
import dev.migrator.dialect.ServerConnection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the lock, but not for ever, and not when there is nothing left to do.
 */
public final class MigrationLock implements AutoCloseable {

	private static final Log logger = LogFactory.getLog("dev.migrator");

	private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

	private final ServerConnection connection;

	private final AdvisoryLock lock;

	private MigrationLock(ServerConnection connection, AdvisoryLock lock) {
		this.connection = connection;
		this.lock = lock;
	}

	/**
	 * Takes the lock of a version table, to be given back by closing it.
	 * @param connection the session that shall hold it
	 * @param tables the tables, in their schema
	 * @param wait how long to wait, at most
	 * @return the lock
	 * @throws LockNotAcquiredException if another migrator holds it all that time
	 */
	public static MigrationLock acquire(ServerConnection connection, MigratorTables tables, Duration wait) {
		return Objects.requireNonNull(acquire(connection, tables, wait, () -> false));
	}

	/**
	 * Takes the lock of a version table, to be given back by closing it.
	 * @param connection the session that shall hold it
	 * @param tables the tables, in their schema
	 * @param wait how long to wait, at most
	 * @param unneeded asked while another migrator holds the lock: whether there is
	 * nothing left to do
	 * @return the lock, or {@code null} if it is not needed any more
	 * @throws LockNotAcquiredException if another migrator holds it all that time
	 */
	public static @Nullable MigrationLock acquire(ServerConnection connection, MigratorTables tables, Duration wait,
			BooleanSupplier unneeded) {
		AdvisoryLock lock = new AdvisoryLock(tables.resolvedSchema(), tables.versionTable());
		AtomicBoolean held = new AtomicBoolean();
		boolean ended = poll(wait, () -> {
			held.set(lock.tryLock(connection));
			return held.get() || unneeded.getAsBoolean();
		}, () -> "another migrator" + heldBy(lock.holders(connection)));
		if (!ended) {
			throw new LockNotAcquiredException(wait, lock.key(), lock.holders(connection));
		}
		return held.get() ? new MigrationLock(connection, lock) : null;
	}

	private static String heldBy(List<String> holders) {
		return holders.isEmpty() ? "" : ": " + String.join("; ", holders);
	}

	/**
	 * Asks again and again, less and less often, until the answer is yes.
	 * @param wait for how long to ask, at most
	 * @param question what to ask
	 * @param awaited says what is waited for, for the log
	 * @return whether the answer was yes
	 */
	public static boolean poll(Duration wait, BooleanSupplier question, Supplier<String> awaited) {
		long deadline = System.nanoTime() + wait.toNanos();
		long pause = 20;
		long said = 0;
		while (!question.getAsBoolean()) {
			long left = deadline - System.nanoTime();
			if (left <= 0) {
				return false;
			}
			if (said == 0 || System.nanoTime() - said > BETWEEN_LINES.toNanos()) {
				logger.info("Waiting, %s at most, for %s".formatted(StepDescription.time(Duration.ofNanos(left)),
						awaited.get()));
				said = System.nanoTime();
			}
			sleep(Math.min(pause, Math.max(1, left / 1_000_000)));
			pause = Math.min(pause * 2, 500);
		}
		return true;
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LockNotAcquiredException(ex);
		}
	}

	@Override
	public void close() {
		if (this.connection.alive() && !this.lock.unlock(this.connection)) {
			logger.warn("The migrator's lock was gone at the end of the run: a script gave it away, "
					+ "with DISCARD ALL or pg_advisory_unlock_all(), or a connection pooler between the application and "
					+ "the server does not keep the session. Two migrators may have run at the same time.");
		}
	}

}
