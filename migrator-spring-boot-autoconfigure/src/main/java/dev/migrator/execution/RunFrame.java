package dev.migrator.execution;

import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.ServerError;

/**
 * What is around every run on a session that holds the lock: what it needs is asked
 * before, it is watched, cancelled when the process shuts down, and the session is put
 * back at its end.
 */
final class RunFrame {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final ExecutionSettings settings;

	private final Supplier<ServerConnection> observers;

	private final Progress progress;

	RunFrame(ExecutionSettings settings, Supplier<ServerConnection> observers, Progress progress) {
		this.settings = settings;
		this.observers = observers;
		this.progress = progress;
	}

	void run(ServerConnection connection, DatabaseState before, Consumer<Run> work) {
		run(connection, before, Run::new, work);
	}

	/**
	 * Like {@link #run}, for a run of which nothing is kept.
	 */
	void tryOut(ServerConnection connection, DatabaseState before, Consumer<Run> work) {
		run(connection, before, Trial::new, work);
	}

	private void run(ServerConnection connection, DatabaseState before, RunMaker maker, Consumer<Run> work) {
		int process = Preflight.of(connection, before);
		connection.liftNetworkTimeout();
		SessionLimits limits = SessionLimits.of(connection, this.settings);
		try (BorrowedSession session = BorrowedSession.of(connection, this.settings.timeZone(), limits.session());
				CancelOnShutdown shutdown = new CancelOnShutdown(Stoppable.MIGRATION, connection::cancel);
				RunWatch watch = new RunWatch(this.observers, connection, process, this.settings, this.progress)) {
			logger.info("Migrating with " + session.settings());
			LockRetry retry = new LockRetry(this.settings.lockRetries(), shutdown, watch);
			Run run = maker.make(connection, session, limits, this.settings, before, retry);
			run(run, work, shutdown, watch);
		}
	}

	private void run(Run run, Consumer<Run> work, CancelOnShutdown shutdown, RunWatch watch) {
		try {
			work.accept(run);
		}
		catch (ScriptFailedException ex) {
			ServerError error = ex.error();
			if (error != null && error.cancelled()) {
				shutdown.check(ex);
			}
			throw (error != null) ? ex.withAdvice(FailureAdvice.on(error, this.settings)).withAdvice(watch.advice())
					: ex;
		}
	}

	private interface RunMaker {

		Run make(ServerConnection connection, BorrowedSession session, SessionLimits limits, ExecutionSettings settings,
				DatabaseState before, LockRetry retry);

	}

}
