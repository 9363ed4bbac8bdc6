package dev.migrator.execution;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.SqlText;

/**
 * Creates the version table and the history table where they are missing.
 */
public final class MissingTables {

	private static final int ATTEMPTS = 5;

	private final ServerConnection connection;

	private final MigratorTables tables;

	private MissingTables(ServerConnection connection, MigratorTables tables) {
		this.connection = connection;
		this.tables = tables;
	}

	/**
	 * Creates what is missing, on a session that holds the lock.
	 * @param connection the session
	 * @param state the state of the database, read under the lock
	 * @throws MissingPrivilegeException if the role must not create them
	 * @throws ReadOnlyException if nothing can be written
	 */
	public static void create(ServerConnection connection, DatabaseState state) {
		if (!state.tablesExist()) {
			Preflight.of(connection, state);
			new MissingTables(connection, state.tables()).create();
		}
	}

	/**
	 * Creates what is missing for a run.
	 */
	static void create(Run run) {
		if (!run.before().tablesExist()) {
			new MissingTables(run.connection(), run.tables()).create();
		}
	}

	/**
	 * Migrators with different version tables have different locks, and may share a
	 * schema and a history table that is not there yet.
	 */
	private void create() {
		boolean inTransaction = this.connection.inTransaction();
		for (int attempt = 1;; attempt++) {
			try {
				this.connection.send((inTransaction ? "SAVEPOINT migrator_tables;" : "") + sql());
				return;
			}
			catch (SqlFailure ex) {
				if (!ex.error().createdMeanwhile() || attempt == ATTEMPTS) {
					throw ex;
				}
				if (inTransaction) {
					this.connection.send("ROLLBACK TO SAVEPOINT migrator_tables");
				}
			}
		}
	}

	private String sql() {
		String schema = this.tables.resolvedSchema();
		// Asked first: CREATE SCHEMA IF NOT EXISTS wants the right to create one even
		// where there is nothing to create.
		boolean exists = "t".equals(this.connection
			.query("select to_regnamespace(quote_ident(%s)) is not null".formatted(SqlText.literal(schema)))
			.get(0)
			.text(0));
		return (exists ? "" : this.tables.createSchema()) + this.tables.create();
	}

}
