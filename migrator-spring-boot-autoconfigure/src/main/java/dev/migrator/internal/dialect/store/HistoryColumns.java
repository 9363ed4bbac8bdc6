package dev.migrator.internal.dialect.store;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Columns and an index that the history table has beyond its first layout. A table of an
 * older layout is completed under the lock, when something is to be written; until then,
 * and by an older version of the migrator beside this one, it is used as it is. So every
 * column here may be null, and may be missing.
 */
final class HistoryColumns {

	/** In the order in which they are made: where the last is there, all of them are. */
	private static final List<String> NAMES = List.of("version_table", "session", "error");

	private static final int NAME_LENGTH = 63;

	private final MigratorTables tables;

	HistoryColumns(MigratorTables tables) {
		this.tables = tables;
	}

	/**
	 * The columns, as a new table has them.
	 */
	static String definitions() {
		return added("");
	}

	/**
	 * The columns as SQL that reads a row {@code h} of any layout. A name that the inner
	 * row does not have is looked for in the row of nulls around it.
	 * @return what follows the table in FROM; it has the columns as {@code later}
	 */
	static String later(String row) {
		return """
				cross join (select %s) absent
				cross join lateral (select %s from (select %s.*) own) later""".formatted(nulls(),
				String.join(", ", NAMES), row);
	}

	/**
	 * The {@link TableLayout} as an expression, of tables that exist.
	 */
	String layout() {
		return """
				(case when exists (select from pg_catalog.pg_attribute
				    where attrelid = %s and attname = '%s' and not attisdropped) then '%s' else '%s' end)""".formatted(
				this.tables.regclass(this.tables.historyTable()), NAMES.get(NAMES.size() - 1), TableLayout.CURRENT,
				TableLayout.OLDER);
	}

	/**
	 * Completes an older table. Neither statement does anything where its work is done.
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
	 * Finds what stopped half-way however long the history is.
	 */
	String index() {
		return "CREATE INDEX IF NOT EXISTS %s ON %s (revision, id) WHERE outcome <> 'done';\n"
			.formatted(SqlText.identifier(indexName()), this.tables.history());
	}

	/**
	 * Shortened like the server would, without its notice.
	 */
	private String indexName() {
		String end = "_unfinished";
		return NameText.cut(this.tables.historyTable(), NAME_LENGTH - end.length()) + end;
	}

}
