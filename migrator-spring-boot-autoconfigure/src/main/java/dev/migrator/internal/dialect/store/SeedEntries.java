package dev.migrator.internal.dialect.store;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Reads the last entry of each seed script from the history. Its time does not depend on
 * the length of the history.
 */
public final class SeedEntries {

	private SeedEntries() {
	}

	/**
	 * Reads the entries.
	 * @param connection the session
	 * @param tables the tables, which must exist
	 * @param paths the paths of the scripts, at least one
	 * @return a row for each script that was run: its path, its checksum and the version
	 * of the checksum
	 */
	public static List<Row> read(ServerConnection connection, MigratorTables tables, List<String> paths) {
		String values = paths.stream()
			.map((path) -> "(" + SqlText.literal(path) + ")")
			.collect(Collectors.joining(", "));
		return connection.query("""
				select p.path, s.checksum, s.checksum_version from (values %s) p (path) cross join lateral (
				    select h.checksum, h.checksum_version from %s h %s
				    where h.revision = p.path and h.direction = '%s' and %s order by h.id desc limit 1
				) s
				""".formatted(values, tables.history(), HistoryColumns.later("h"), HistoryTable.SEED,
				LastEntries.own(tables)));
	}

}
