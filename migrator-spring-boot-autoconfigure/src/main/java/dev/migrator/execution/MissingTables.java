package dev.migrator.execution;

import dev.migrator.dialect.Row;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.SqlText;

/**
 * Creates the version table and the history table where they are missing.
 */
final class MissingTables {

	private static final int ATTEMPTS = 5;

	private final ServerConnection connection;

	private final MigratorTables tables;

	private MissingTables(ServerConnection connection, MigratorTables tables) {
		this.connection = connection;
		this.tables = tables;
	}

	/**
	 * Creates what is missing for a run.
	 */
	static void create(Run run) {
		if (run.layout() == TableLayout.MISSING) {
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

	/**
	 * Asked first: IF NOT EXISTS wants the right to create even where there is nothing to
	 * create.
	 */
	private String sql() {
		Row found = this.connection
			.query("select to_regnamespace(quote_ident(%s)) is not null, %s is not null, %s is not null".formatted(
					SqlText.literal(this.tables.resolvedSchema()), this.tables.regclass(this.tables.versionTable()),
					this.tables.regclass(this.tables.historyTable())))
			.get(0);
		StringBuilder sql = new StringBuilder();
		sql.append("t".equals(found.text(0)) ? "" : this.tables.createSchema());
		sql.append("t".equals(found.text(1)) ? "" : this.tables.createVersion());
		sql.append("t".equals(found.text(2)) ? "" : this.tables.createHistory());
		return sql.toString();
	}

}
