package dev.migrator.internal.dialect.store;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Creates the version table and the history table if they are missing, and completes the
 * history table of an older version of the migrator.
 */
public final class TableCreation {

	private static final int ATTEMPTS = 5;

	private final ServerConnection connection;

	private final MigratorTables tables;

	/**
	 * Creates the object for a session.
	 * @param connection the session
	 * @param tables the tables, in their schema
	 */
	public TableCreation(ServerConnection connection, MigratorTables tables) {
		this.connection = connection;
		this.tables = tables;
	}

	/**
	 * Creates the missing tables, in the open transaction if there is one. Migrators with
	 * different version tables have different locks, and may share a schema and a history
	 * table that does not exist yet.
	 * @throws SqlFailure if the server refuses
	 */
	public void createMissing() {
		boolean inTransaction = this.connection.inTransaction();
		for (int attempt = 1;; attempt++) {
			try {
				this.connection.send((inTransaction ? "SAVEPOINT migrator_tables;" : "") + missing());
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
	 * Checks first what is missing: IF NOT EXISTS needs the right to create even if
	 * nothing is missing.
	 */
	private String missing() {
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

	/**
	 * Returns a query that returns a row if a history table exists and lacks later
	 * columns.
	 * @param tables the tables, in their schema
	 * @return SQL, without a semicolon
	 */
	public static String historyIsOlder(MigratorTables tables) {
		return "select where %s is not null and %s = '%s'".formatted(tables.regclass(tables.historyTable()),
				new HistoryColumns(tables).layout(), TableLayout.OLDER);
	}

	/**
	 * Returns the statements that complete a history table of an older layout.
	 * @param tables the tables
	 * @return SQL, each statement ended by a semicolon
	 */
	public static String completion(MigratorTables tables) {
		return new HistoryColumns(tables).complete();
	}

}
