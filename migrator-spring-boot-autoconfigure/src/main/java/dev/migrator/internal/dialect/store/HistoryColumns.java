package dev.migrator.internal.dialect.store;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Adds the columns and an index that the history table has gained since its first layout.
 * A table of an older layout is completed under the lock, when something is written.
 * Until then it is used as it is, also by an older version of the migrator at the same
 * time. So every column here may be null, and may be missing.
 */
final class HistoryColumns {

	/**
	 * The columns in the order of their creation: if the last one exists, all of them
	 * exist.
	 */
	private static final List<String> NAMES = List.of("version_table", "session", "error");

	private static final int NAME_LENGTH = 63;

	private final MigratorTables tables;

	HistoryColumns(MigratorTables tables) {
		this.tables = tables;
	}

	/**
	 * Returns the definitions of the columns for a new table.
	 */
	static String definitions() {
		return added("");
	}

	/**
	 * Returns SQL that reads the columns from a row {@code h} of any layout. A name that
	 * is missing in the inner row is found in the row of nulls around it.
	 * @return the SQL after the table in FROM; it has the columns as {@code later}
	 */
	static String later(String row) {
		return """
				cross join (select %s) absent
				cross join lateral (select %s from (select %s.*) own) later""".formatted(nulls(),
				String.join(", ", NAMES), row);
	}

	/**
	 * Returns the {@link TableLayout} of existing tables as an expression.
	 */
	String layout() {
		return """
				(case when exists (select from pg_catalog.pg_attribute
				    where attrelid = %s and attname = '%s' and not attisdropped) then '%s' else '%s' end)""".formatted(
				this.tables.regclass(this.tables.historyTable()), NAMES.get(NAMES.size() - 1), TableLayout.CURRENT,
				TableLayout.OLDER);
	}

	/**
	 * Completes an older table. Each statement does nothing if its work is done already.
	 */
	String complete() {
		return "ALTER TABLE %s\n    %s;\n".formatted(this.tables.history(), added("ADD COLUMN IF NOT EXISTS "))
				+ index();
	}

	private static String added(String before) {
		return NAMES.stream().map((name) -> before + name + " text").collect(Collectors.joining(",\n    "));
	}

	private static String nulls() {
		return NAMES.stream().map((name) -> "null::text as " + name).collect(Collectors.joining(", "));
	}

	/**
	 * Finds unfinished revisions quickly, however long the history is.
	 */
	String index() {
		return "CREATE INDEX IF NOT EXISTS %s ON %s (revision, id) WHERE outcome <> 'done';\n"
			.formatted(SqlText.identifier(indexName()), this.tables.history());
	}

	/**
	 * Shortens the name like the server would, but without its notice.
	 */
	private String indexName() {
		String end = "_unfinished";
		return NameText.cut(this.tables.historyTable(), NAME_LENGTH - end.length()) + end;
	}

}
