package dev.migrator.execution;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.migrator.dialect.Blockers;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.problem.MigratorException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Watches from a second connection whom the migration waits for, to say so in the log and
 * in the error, what the server is doing for it, and whether it still does anything:
 * where the network has lost an answer the wait for it would not end. It connects only
 * when a run takes longer than a moment, and a run is complete without it: where there is
 * no second connection to be had, nobody is named and no progress shown.
 */
final class RunWatch implements AutoCloseable {

	private static final Log logger = LogFactory.getLog("dev.migrator");

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

	/** How long an answer may be on its way after the server is done. */
	private static final Duration ANSWER = Duration.ofSeconds(5);

	private static final Duration END = Duration.ofSeconds(1);

	private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

	private final Supplier<ServerConnection> connections;

	private final ServerConnection migration;

	private final int watched;

	private final Progress progress;

	private final long pauseMillis;

	private final Thread thread;

	private volatile List<String> last = List.of();

	private volatile boolean closed;

	RunWatch(Supplier<ServerConnection> connections, ServerConnection migration, int watched, Duration lockTimeout,
			Progress progress) {
		this.connections = connections;
		this.migration = migration;
		this.watched = watched;
		this.progress = progress;
		this.pauseMillis = pause(lockTimeout).toMillis();
		this.thread = new Thread(this::watch, "migrator-watch");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/**
	 * Short enough to see who is in the way before the wait for the lock is over.
	 */
	static Duration pause(Duration lockTimeout) {
		Duration pause = lockTimeout.dividedBy(4);
		if (pause.isZero() || pause.compareTo(LONGEST_PAUSE) > 0) {
			return LONGEST_PAUSE;
		}
		return (pause.compareTo(SHORTEST_PAUSE) < 0) ? SHORTEST_PAUSE : pause;
	}

	/**
	 * Whom the migration waited for last.
	 * @return a line for each
	 */
	List<String> blockers() {
		return this.last;
	}

	void forget() {
		this.last = List.of();
	}

	private void watch() {
		ServerConnection observer = null;
		long said = 0;
		try {
			Thread.sleep(this.pauseMillis);
			observer = this.connections.get();
			while (!this.closed) {
				cutWhatIsLost(observer);
				List<String> blockers = Blockers.of(observer, this.watched);
				if (!blockers.isEmpty()) {
					this.last = blockers;
					if (System.nanoTime() - said > BETWEEN_LINES.toNanos() || said == 0) {
						logger.info("Waiting for " + String.join("; ", blockers));
						said = System.nanoTime();
					}
				}
				this.progress.look(observer, this.watched);
				Thread.sleep(this.pauseMillis);
			}
		}
		catch (InterruptedException ex) {
			// The run has ended.
		}
		catch (MigratorException ex) {
			logger.debug("Nobody watches the migration any more", ex);
		}
		finally {
			close(observer);
		}
	}

	/**
	 * The server has nothing to do for the migration, or has no such session any more,
	 * and the migration waits for an answer all the same: it was lost on its way.
	 */
	private void cutWhatIsLost(ServerConnection observer) {
		if (this.migration.waiting().compareTo(ANSWER) > 0 && Blockers.idle(observer, this.watched, ANSWER)
				&& this.migration.waiting().compareTo(ANSWER) > 0) {
			logger.warn("The server has answered, or has lost the session, and nothing arrives; "
					+ "cutting the connection of the migration");
			this.migration.abort();
		}
	}

	private static void close(@Nullable ServerConnection observer) {
		try {
			if (observer != null) {
				observer.close();
			}
		}
		catch (MigratorException ex) {
			logger.debug("The watching connection was lost", ex);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.thread.interrupt();
		try {
			// So that its connection is back when the run is over.
			this.thread.join(END.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
