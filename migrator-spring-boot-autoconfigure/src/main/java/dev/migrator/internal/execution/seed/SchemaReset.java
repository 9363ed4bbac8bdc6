package dev.migrator.internal.execution.seed;

import java.util.List;
import java.util.function.Supplier;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.catalog.SchemaContents;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.lock.LockRetry;
import dev.migrator.internal.execution.run.Run;
import dev.migrator.internal.execution.run.RunSession;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.execution.words.ScriptTitle;

/**
 * Drops all objects of a schema, on a session that holds the lock. Uses one transaction,
 * or several if the server cannot lock that many objects at once. The first of several
 * drops the version table too, so that the rest does not look like a database that is up
 * to date if a later one fails.
 */
public final class SchemaReset {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final RunSession.Context context;

	private final ScriptTitle title;

	private final SchemaContents contents;

	/**
	 * Creates a reset.
	 * @param settings the settings of the run
	 * @param observers takes a second connection, which finds the sessions that the first
	 * waits for; optional
	 * @param contents the objects to drop
	 */
	public SchemaReset(ExecutionSettings settings, Supplier<ServerConnection> observers, SchemaContents contents) {
		this.context = RunSession.Context.of(settings, observers);
		String brief = "Reset of schema " + contents.schema();
		this.title = new ScriptTitle(contents.schema(), brief, brief);
		this.contents = contents;
	}

	/**
	 * Drops the objects.
	 * @param connection the session, which holds the lock
	 * @param before the state of the database, read under the lock
	 * @throws ScriptFailedException if the server refuses
	 */
	public void reset(ServerConnection connection, DatabaseState before) {
		Run run = Run.open(connection, before, this.context);
		try (run) {
			drop(run);
		}
		catch (ScriptFailedException ex) {
			throw run.explained(ex);
		}
	}

	private void drop(Run run) {
		List<String> drops = this.contents.drops();
		try {
			send(run, String.join(";", drops), "Nothing was dropped.");
		}
		catch (ScriptFailedException ex) {
			ServerError error = ex.error();
			if (error == null || !error.outOfSharedMemory()) {
				throw ex;
			}
			logger.info("The server cannot lock all of schema %s at once (max_locks_per_transaction): dropping it in "
				.formatted(this.contents.schema()) + drops.size() + " transactions");
			dropOneByOne(run, drops);
		}
	}

	private void dropOneByOne(Run run, List<String> drops) {
		MigratorTables tables = run.tables();
		String left = "Part of the schema is dropped, the version table with it. Reset again.";
		send(run, tables.drop(), "Nothing was dropped.");
		drops.forEach((drop) -> send(run, drop, left));
	}

	private void send(Run run, String drops, String left) {
		LockRetry retry = run.retry();
		while (retry.goesOn()) {
			try {
				sendOnce(run, drops, left);
				retry.succeeded();
			}
			catch (ScriptFailedException ex) {
				retry.failed(ex);
			}
		}
	}

	/**
	 * Drops in one transaction.
	 */
	private void sendOnce(Run run, String drops, String left) {
		try {
			run.connection()
				.send(TransactionSql.alone(run.limits().local() + TransactionSql.WITHOUT_NOTICES + drops + ";"));
		}
		catch (SqlFailure ex) {
			run.connection().rollback();
			throw failed(ex, left);
		}
		finally {
			run.connection().endTransaction();
		}
	}

	private ScriptFailedException failed(SqlFailure ex, String left) {
		ServerError error = ex.error();
		String advice = error.outOfSharedMemory()
				? left + " Raise max_locks_per_transaction in the server's configuration, and restart the server."
				: left;
		return new ScriptFailedException(this.title, "while dropping its objects", null, 0, error, error.describe(),
				advice, ex);
	}

}
