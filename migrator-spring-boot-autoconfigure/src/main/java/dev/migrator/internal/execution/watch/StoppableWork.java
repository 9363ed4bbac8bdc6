package dev.migrator.internal.execution.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.migrator.execution.RunStoppedException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.execution.words.Stoppable;

/**
 * Work on the database that is not a run, such as a comparison or a question. When the
 * process is told to stop, or the thread is interrupted, the current statement is
 * cancelled, and fails with {@link RunStoppedException}. The process is kept alive until
 * the work has cleaned up.
 */
public final class StoppableWork implements AutoCloseable {

	private final List<ServerConnection> connections = new CopyOnWriteArrayList<>();

	private final Deque<Runnable> ends = new ArrayDeque<>();

	private final CancelOnShutdown shutdown;

	/**
	 * Begins to watch the thread that calls this.
	 * @param connection the connection that the work uses
	 * @throws RunStoppedException if the process is shutting down
	 */
	public StoppableWork(ServerConnection connection) {
		this.shutdown = new CancelOnShutdown(Stoppable.READING,
				() -> this.connections.forEach(ServerConnection::cancel));
		also(connection);
		try {
			this.shutdown.checkShutdown();
		}
		catch (RunStoppedException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Adds another connection that the work uses.
	 * @param connection the connection
	 */
	public void also(ServerConnection connection) {
		this.connections.add(connection);
		this.ends.push(connection.onFailure((failure) -> stopped(connection, failure)));
	}

	private void stopped(ServerConnection connection, SqlFailure failure) {
		if (failure.error().cancelled() || !connection.alive()) {
			this.shutdown.check(failure);
		}
	}

	@Override
	public void close() {
		this.shutdown.close();
		this.ends.forEach(Runnable::run);
	}

}
