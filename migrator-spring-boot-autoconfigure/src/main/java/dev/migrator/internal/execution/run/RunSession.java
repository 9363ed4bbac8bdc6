package dev.migrator.internal.execution.run;

import java.util.List;
import java.util.function.Supplier;

import dev.migrator.execution.ProgressPace;
import dev.migrator.execution.RunStoppedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.session.SessionLimits;
import dev.migrator.internal.execution.failure.FailureAdvice;
import dev.migrator.internal.execution.lock.LockRetry;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.watch.CancelOnShutdown;
import dev.migrator.internal.execution.watch.Progress;
import dev.migrator.internal.execution.watch.RunWatch;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.execution.words.Stoppable;

/**
 * The session of a run, which holds the lock. Opening it checks what the run needs; it is
 * watched, and cancelled when the process shuts down; closing it restores the session.
 */
public final class RunSession implements AutoCloseable {

	private final ServerConnection connection;

	private final ExecutionSettings settings;

	private final Preflight preflight;

	private final BorrowedSession session;

	private final CancelOnShutdown shutdown;

	private final RunWatch watch;

	private RunSession(ServerConnection connection, ExecutionSettings settings, Preflight preflight,
			BorrowedSession session, CancelOnShutdown shutdown, RunWatch watch) {
		this.connection = connection;
		this.settings = settings;
		this.preflight = preflight;
		this.session = session;
		this.shutdown = shutdown;
		this.watch = watch;
	}

	/**
	 * Opens the session on a connection that holds the lock.
	 */
	static RunSession open(ServerConnection connection, DatabaseState before, Context context) {
		Preflight preflight = Preflight.of(connection, before);
		connection.liftNetworkTimeout();
		BorrowedSession session = BorrowedSession.of(connection, preflight, context.settings());
		CancelOnShutdown shutdown = null;
		try {
			context.log().info("Migrating with " + session.setup().settings());
			shutdown = new CancelOnShutdown(Stoppable.MIGRATION, connection::cancel);
			RunWatch watch = new RunWatch(context.observers(), connection, preflight.process(), context.settings(),
					context.progress());
			return new RunSession(connection, context.settings(), preflight, session, shutdown, watch);
		}
		catch (RuntimeException | Error ex) {
			if (shutdown != null) {
				shutdown.close();
			}
			session.close();
			throw ex;
		}
	}

	ServerConnection connection() {
		return this.connection;
	}

	/**
	 * Returns what was read before anything was changed.
	 */
	Preflight preflight() {
		return this.preflight;
	}

	/**
	 * Returns the limits of the run, as far as the server supports them.
	 */
	SessionLimits limits() {
		SessionLimits limits = this.settings.limits();
		return this.session.setup().clientCheck() ? limits.withClientCheck() : limits;
	}

	/**
	 * Returns the session with its settings.
	 */
	BorrowedSession borrowed() {
		return this.session;
	}

	/**
	 * Begins to count the tries of work that rolls itself back when it fails.
	 */
	LockRetry retry() {
		return new LockRetry(this.settings.lockRetries(), this.shutdown, this.watch);
	}

	/**
	 * Returns a failure with what is known here: the advice, and the blocking sessions.
	 * Asks the server nothing, so that it may be called after the session is closed.
	 * @throws RunStoppedException if the process shuts down, or if the thread was
	 * interrupted
	 */
	ScriptFailedException explained(ScriptFailedException failure) {
		ServerError error = failure.error();
		if (error == null) {
			return failure;
		}
		if (error.cancelled()) {
			this.shutdown.check(failure);
		}
		return failure.withAdvice(FailureAdvice.on(error, this.settings)).withAdvice(this.watch.advice());
	}

	@Override
	public void close() {
		try {
			this.watch.close();
			this.shutdown.close();
		}
		finally {
			this.session.close();
		}
	}

	/**
	 * The common parts of the runs of a migrator.
	 *
	 * @param settings the settings of the run
	 * @param observers takes a second connection, which finds the sessions that the first
	 * waits for and what the server is doing; optional
	 * @param progress the receiver of progress reports
	 * @param log the log that says what is done
	 */
	public record Context(ExecutionSettings settings, Supplier<ServerConnection> observers, Progress progress,
			LineLog log) {

		/**
		 * Creates the context of runs without listeners.
		 */
		public static Context of(ExecutionSettings settings, Supplier<ServerConnection> observers) {
			return new Context(settings, observers, new Progress(List.of(), ProgressPace.DEFAULT),
					new LineLog("dev.migrator"));
		}

	}

}
