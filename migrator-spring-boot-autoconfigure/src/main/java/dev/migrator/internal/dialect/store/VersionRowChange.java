package dev.migrator.internal.dialect.store;

import java.util.List;

import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Writes the statements that change the version rows from one set to another.
 */
public final class VersionRowChange {

	private VersionRowChange() {
	}

	/**
	 * Returns the statements. Each must match exactly one row. Otherwise it divides by
	 * zero, and the revision is rolled back: a second writer is found even if a lock was
	 * lost.
	 * @param tables the tables
	 * @param removed the rows to remove
	 * @param added the rows to add
	 * @return SQL, each statement ended by a semicolon
	 */
	public static String sql(MigratorTables tables, List<String> removed, List<String> added) {
		StringBuilder sql = new StringBuilder();
		int updated = Math.min(removed.size(), added.size());
		for (int i = 0; i < updated; i++) {
			one(sql, "UPDATE %s SET version_num = %s WHERE version_num = %s".formatted(tables.version(),
					SqlText.literal(added.get(i)), SqlText.literal(removed.get(i))));
		}
		for (String row : removed.subList(updated, removed.size())) {
			one(sql, "DELETE FROM %s WHERE version_num = %s".formatted(tables.version(), SqlText.literal(row)));
		}
		for (String row : added.subList(updated, added.size())) {
			one(sql, "INSERT INTO %1$s SELECT %2$s WHERE NOT EXISTS (SELECT FROM %1$s WHERE version_num = %2$s)"
				.formatted(tables.version(), SqlText.literal(row)));
		}
		return sql.toString();
	}

	private static void one(StringBuilder sql, String statement) {
		sql.append("WITH changed AS (")
			.append(statement)
			.append(" RETURNING 1) SELECT 1 / (count(*) = 1)::int FROM changed;\n");
	}

}
