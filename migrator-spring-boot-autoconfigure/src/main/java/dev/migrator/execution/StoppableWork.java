package dev.migrator.execution;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Work on the database that is not a run, such as a comparison or a question: when the
 * process is asked to end, or the thread is interrupted, the statement that it waits for
 * is cancelled. The process is kept until it has cleaned up behind itself.
 */
public final class StoppableWork implements AutoCloseable {

	private final List<ServerConnection> connections = new CopyOnWriteArrayList<>();

	private final CancelOnShutdown shutdown = new CancelOnShutdown(Stoppable.READING,
			() -> this.connections.forEach(ServerConnection::cancel));

	/**
	 * Begins to watch the thread that calls this.
	 * @param connection what it works on
	 */
	public StoppableWork(ServerConnection connection) {
		also(connection);
	}

	/**
	 * Does work that is nothing but a part of this.
	 * @param connection what it works on
	 * @param work the work
	 * @param <T> what it returns
	 * @return what the work returns
	 * @throws RunStoppedException if it was stopped
	 */
	public static <T extends @Nullable Object> T on(ServerConnection connection, Supplier<T> work) {
		try (StoppableWork stoppable = new StoppableWork(connection)) {
			return stoppable.run(work);
		}
	}

	/**
	 * Works on another connection too.
	 * @param connection the connection
	 */
	public void also(ServerConnection connection) {
		this.connections.add(connection);
	}

	/**
	 * Does a part of the work.
	 * @param work the part
	 * @param <T> what it returns
	 * @return what the part returns
	 * @throws RunStoppedException if it was stopped, or if the process is shutting down
	 */
	public <T extends @Nullable Object> T run(Supplier<T> work) {
		this.shutdown.checkShutdown();
		try {
			return work.get();
		}
		catch (MigratorException ex) {
			this.shutdown.check(ex);
			throw ex;
		}
	}

	@Override
	public void close() {
		this.shutdown.close();
	}

}
