package dev.migrator.execution;

import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.SqlText;

/**
 * Creates the version table and the history table where they are not there yet.
 */
final class MissingTables {

	private static final int ATTEMPTS = 5;

	private static final String SAVEPOINT = "SAVEPOINT migrator_tables;";

	private MissingTables() {
	}

	/**
	 * Creates them. Migrators with different version tables have different locks, and may
	 * share a schema and a history table that is not there yet.
	 * @param run the run
	 * @param inTransaction whether a transaction is open, which must not be lost
	 */
	static void create(Run run, boolean inTransaction) {
		if (run.before().tablesExist()) {
			return;
		}
		for (int attempt = 1;; attempt++) {
			try {
				run.connection().send((inTransaction ? SAVEPOINT : "") + sql(run));
				return;
			}
			catch (SqlFailure ex) {
				if (!ex.error().createdMeanwhile() || attempt == ATTEMPTS) {
					throw ex;
				}
				if (inTransaction) {
					run.connection().send("ROLLBACK TO " + SAVEPOINT);
				}
			}
		}
	}

	private static String sql(Run run) {
		MigratorTables tables = run.tables();
		String schema = tables.resolvedSchema();
		// Asked first: CREATE SCHEMA IF NOT EXISTS wants the right to create one even
		// where there is nothing to create.
		boolean exists = "t".equals(run.connection()
			.query("select to_regnamespace(quote_ident(%s)) is not null".formatted(SqlText.literal(schema)))
			.get(0)
			.text(0));
		return (exists ? "" : "CREATE SCHEMA " + SqlText.identifier(schema) + ";\n") + tables.create();
	}

}
