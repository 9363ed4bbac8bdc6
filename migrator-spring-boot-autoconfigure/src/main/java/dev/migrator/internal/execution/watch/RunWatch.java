package dev.migrator.internal.execution.watch;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.migrator.internal.dialect.connection.Blockers;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Watches the migration from a second connection. Finds the sessions that the migration
 * waits for, for the log and the error, and what the server is doing. Finds also whether
 * the server is still working: if the network has lost an answer, the wait for it would
 * not end. It connects only when a run takes longer than a moment, and a run is complete
 * without it: without a second connection no session is named and no progress is shown.
 */
public final class RunWatch implements AutoCloseable {

	private static final LineLog logger = new LineLog("dev.migrator");

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

	private static final Duration END = Duration.ofSeconds(1);

	private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

	private final Supplier<ServerConnection> connections;

	private final ServerConnection migration;

	private final int watched;

	private final ExecutionSettings settings;

	private final AnswerWatch answers;

	private final Progress progress;

	private final long pauseMillis;

	private final Thread thread;

	private volatile List<String> last = List.of();

	private volatile String advice = "";

	private volatile boolean closed;

	public RunWatch(Supplier<ServerConnection> connections, ServerConnection migration, int watched,
			ExecutionSettings settings, Progress progress) {
		this.connections = connections;
		this.migration = migration;
		this.watched = watched;
		this.settings = settings;
		this.answers = new AnswerWatch(migration, watched, settings.uploadTimeout());
		this.progress = progress;
		this.pauseMillis = pause(settings.lockTimeout()).toMillis();
		this.thread = new Thread(this::watch, "migrator-watch");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/**
	 * Short enough to see the blocking session before the wait for the lock is over.
	 */
	public static Duration pause(Duration lockTimeout) {
		Duration pause = lockTimeout.dividedBy(4);
		if (pause.isZero() || pause.compareTo(LONGEST_PAUSE) > 0) {
			return LONGEST_PAUSE;
		}
		return (pause.compareTo(SHORTEST_PAUSE) < 0) ? SHORTEST_PAUSE : pause;
	}

	/**
	 * Returns the sessions that the migration waited for last.
	 * @return a line for each
	 */
	public List<String> blockers() {
		return this.last;
	}

	/**
	 * Returns the advice about a connection that was cut here.
	 * @return the advice, empty if there is none
	 */
	public String advice() {
		return this.advice;
	}

	public void forget() {
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

	private void cutWhatIsLost(ServerConnection observer) {
		AnswerWatch.Fate fate = this.answers.look(observer);
		if (fate == AnswerWatch.Fate.LOST) {
			logger.warn("The server has answered, or has lost the session, and nothing arrives; "
					+ "cutting the connection of the migration");
			this.migration.abort();
		}
		else if (fate == AnswerWatch.Fate.NOT_SENT) {
			String bound = StepDescription.time(this.settings.uploadTimeout());
			logger
				.warn("The server has waited %s for the rest of a message (migrator.upload-timeout); ".formatted(bound)
						+ "cutting the connection of the migration");
			this.advice = """
					A message may be on its way to the server for %s (migrator.upload-timeout), and this one did not \
					arrive: raise it, or set it to 0, if the network is that slow.""".formatted(bound);
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
			// The connection must be returned to its pool when the run is over.
			this.thread.join(END.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
