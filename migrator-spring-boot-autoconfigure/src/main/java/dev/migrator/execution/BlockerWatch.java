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
 * in the error. It connects only when a step takes longer than a moment, and a run is
 * complete without it: where there is no second connection to be had, nobody is named.
 */
final class BlockerWatch implements AutoCloseable {

	private static final Log logger = LogFactory.getLog("dev.migrator");

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

	private final Supplier<ServerConnection> connections;

	private final int watched;

	private final Thread thread;

	private volatile List<String> last = List.of();

	private volatile boolean closed;

	BlockerWatch(Supplier<ServerConnection> connections, int watched) {
		this.connections = connections;
		this.watched = watched;
		this.thread = new Thread(this::watch, "migrator-watch");
		this.thread.setDaemon(true);
		this.thread.start();
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
			Thread.sleep(PAUSE.toMillis());
			observer = this.connections.get();
			while (!this.closed) {
				List<String> blockers = Blockers.of(observer, this.watched);
				if (!blockers.isEmpty()) {
					this.last = blockers;
					if (System.nanoTime() - said > BETWEEN_LINES.toNanos() || said == 0) {
						logger.info("Waiting for " + String.join("; ", blockers));
						said = System.nanoTime();
					}
				}
				Thread.sleep(PAUSE.toMillis());
			}
		}
		catch (InterruptedException ex) {
			// The run has ended.
		}
		catch (MigratorException ex) {
			logger.debug("Nobody watches whom the migration waits for", ex);
		}
		finally {
			close(observer);
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
	}

}
