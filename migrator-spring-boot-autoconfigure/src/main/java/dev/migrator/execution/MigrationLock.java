package dev.migrator.execution;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.migrator.dialect.AdvisoryLock;
import dev.migrator.dialect.ConnectionRefusedException;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlFailure;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the lock, but not for ever, and not when there is nothing left to do.
 */
public final class MigrationLock implements AutoCloseable {

	private static final LineLog logger = new LineLog("dev.migrator");

	private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

	private final ServerConnection connection;

	private final AdvisoryLock lock;

	private MigrationLock(ServerConnection connection, AdvisoryLock lock) {
		this.connection = connection;
		this.lock = lock;
	}

	/**
	 * Takes the lock of a version table, to be given back by closing it. A connection
	 * that is lost while it only waits is replaced by another one.
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
		boolean ended = poll(wait, unlessCut(connection, wait, () -> {
			held.set(lock.tryLock(connection));
			return held.get() || unneeded.getAsBoolean();
		}), () -> "another migrator" + heldBy(lock.holders(connection)));
		if (!ended) {
			throw new LockNotAcquiredException(wait, lock.key(), lock.holders(connection));
		}
		return held.get() ? new MigrationLock(connection, lock) : null;
	}

	/**
	 * Nothing has been done yet: a server that is restarted, or a network that forgets a
	 * silent connection, is no reason to give up before the time is over.
	 */
	private static BooleanSupplier unlessCut(ServerConnection connection, Duration wait, BooleanSupplier question) {
		long deadline = System.nanoTime() + wait.toNanos();
		return () -> {
			try {
				if (!connection.alive()) {
					connection.renew();
				}
				return question.getAsBoolean();
			}
			catch (SqlFailure | ConnectionRefusedException ex) {
				if (connection.alive() || System.nanoTime() >= deadline) {
					throw ex;
				}
				logger.warn("The connection was lost while waiting for another migrator; connecting again");
				return false;
			}
		};
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
		try (WakeOnShutdown waker = new WakeOnShutdown()) {
			while (!question.getAsBoolean()) {
				long left = deadline - System.nanoTime();
				if (left <= 0) {
					return false;
				}
				if (said == 0 || System.nanoTime() - said > BETWEEN_LINES.toNanos()) {
					said = say(left, awaited) ? System.nanoTime() : said;
				}
				waker.sleep(Math.min(pause, Math.max(1, left / 1_000_000)));
				pause = Math.min(pause * 2, 500);
			}
		}
		return true;
	}

	/**
	 * Whom one waits for cannot be asked while there is no connection.
	 */
	private static boolean say(long left, Supplier<String> awaited) {
		try {
			logger.info("Waiting, %s at most, for %s".formatted(StepDescription.time(Duration.ofNanos(left)),
					awaited.get()));
			return true;
		}
		catch (SqlFailure ex) {
			return false;
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
