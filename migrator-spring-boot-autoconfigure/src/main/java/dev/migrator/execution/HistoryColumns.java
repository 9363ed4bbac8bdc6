package dev.migrator.execution;

import dev.migrator.dialect.NameText;
import dev.migrator.dialect.SqlText;

/**
 * What the history table has beyond its first layout. A table of an older layout is
 * completed under the lock, when something is to be written; until then, and by an older
 * version of the migrator beside this one, it is used as it is. So every column here may
 * be null, and may be missing.
 */
final class HistoryColumns {

	/** Made last: where it is there, all of them are. */
	private static final String LAST = "error";

	private static final int NAME_LENGTH = 63;

	private final MigratorTables tables;

	HistoryColumns(MigratorTables tables) {
		this.tables = tables;
	}

	/**
	 * The columns, as a new table has them.
	 */
	static String definitions() {
		return "version_table text,\n    session text,\n    error text";
	}

	/**
	 * The columns as SQL that reads a row {@code h} of any layout. A name that the inner
	 * row does not have is looked for in the row of nulls around it.
	 * @return what follows the table in FROM; it has the columns as {@code later}
	 */
	static String later(String row) {
		return """
				cross join (select null::text as version_table, null::text as session, null::text as error) absent
				cross join lateral (select version_table, session, error from (select %s.*) own) later"""
			.formatted(row);
	}

	/**
	 * The {@link TableLayout} as an expression, of tables that exist.
	 */
	String layout() {
		return """
				(case when exists (select from pg_catalog.pg_attribute
				    where attrelid = %s and attname = '%s' and not attisdropped) then '%s' else '%s' end)"""
			.formatted(this.tables.regclass(this.tables.historyTable()), LAST, TableLayout.CURRENT, TableLayout.OLDER);
	}

	/**
	 * Completes an older table. Neither statement does anything where its work is done.
	 */
	String complete() {
		return """
				ALTER TABLE %s
				    ADD COLUMN IF NOT EXISTS version_table text,
				    ADD COLUMN IF NOT EXISTS session text,
				    ADD COLUMN IF NOT EXISTS error text;
				""".formatted(this.tables.history()) + index();
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
