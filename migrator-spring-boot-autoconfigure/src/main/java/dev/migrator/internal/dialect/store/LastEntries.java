package dev.migrator.internal.dialect.store;

import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Writes SQL that selects the effective entries of the history, for a table of any
 * layout: the last entry of each revision that belongs to this version table. Several
 * version tables may share a history. An entry that does not name its version table may
 * belong to any.
 * <p>
 * The query finds the last entry of each revision by descending the primary key from one
 * revision to the next. So its time does not depend on how often they ran: 50 ms for
 * 5,000 revisions that ran 60 times each (490 ms with {@code DISTINCT ON}), and 7 ms for
 * 500 that ran once (2 ms).
 */
final class LastEntries {

	private static final String COLUMNS = """
			h.id, h.revision, h.direction, h.outcome, h.checksum, h.checksum_version, h.statements, h.statements_done,
			h.done_hash, h.started, h.duration, h.db_user, later.session, later.error, later.version_table""";

	private static final String LAST_FIRST = "order by h.revision desc, h.id desc limit 1";

	/** In bytes: a few pages. */
	private static final long SHORT_HISTORY = 65_536;

	/** In bytes: about four entries. */
	private static final long ENTRIES_OF_A_REVISION = 1024;

	private final MigratorTables tables;

	private final String counts;

	/**
	 * @param inSchema a condition over {@code h} that selects the right table
	 */
	LastEntries(MigratorTables tables, String inSchema) {
		this.tables = tables;
		this.counts = inSchema + " and h.direction <> '" + HistoryTable.SEED + "' and " + own(tables);
	}

	/**
	 * Returns a condition for whether an entry belongs to the version table, or may
	 * belong to it. The planner estimates that a CASE selects half of the rows, but that
	 * a comparison selects one in 200. With a comparison it would read the whole table
	 * for each revision.
	 */
	static String own(MigratorTables tables) {
		return "case when later.version_table <> %s then false else true end"
			.formatted(SqlText.literal(tables.versionTable()));
	}

	/**
	 * Returns the query for all revisions.
	 */
	String ofAll() {
		return """
				with recursive last as (
				    (%1$s where %2$s %3$s)
				    union all
				    select n.* from last cross join lateral (%1$s where h.revision < last.revision and %2$s %3$s) n
				)
				select * from last""".formatted(select(), this.counts, LAST_FIRST);
	}

	/**
	 * Returns the query for all revisions, which reads the whole history at once if it is
	 * short: 7 ms for 5,000 revisions that ran once (31 ms one by one).
	 * @param revisions about how many there are
	 */
	String ofAll(int revisions) {
		return """
				with recursive last as (
				    (%1$s where not %4$s and %2$s %3$s)
				    union all
				    select n.* from last cross join lateral (%1$s where h.revision < last.revision and %2$s %3$s) n
				)
				select * from last
				union all
				(%5$s)""".formatted(select(), this.counts, LAST_FIRST, isShort(revisions),
				ofShortHistory(revisions, COLUMNS));
	}

	/**
	 * Returns the query for all revisions, which has no rows if the history is long.
	 * @param revisions about how many there are
	 * @param columns the columns of the history, each of {@code h} or of {@code later}
	 */
	String ofShortHistory(int revisions, String columns) {
		return """
				select distinct on (h.revision collate "C") %s where %s and %s
				order by h.revision collate "C", h.id desc""".formatted(from(columns), isShort(revisions), this.counts);
	}

	/**
	 * Returns a condition for whether the history has about four entries for each
	 * revision, or fewer.
	 */
	private String isShort(int revisions) {
		return "(select pg_relation_size(%s) <= %s)".formatted(this.tables.regclass(this.tables.historyTable()),
				SHORT_HISTORY + (long) revisions * ENTRIES_OF_A_REVISION);
	}

	/**
	 * Returns the query for one revision.
	 */
	String of(String revision) {
		return "%s where h.revision = %s and %s %s".formatted(select(), SqlText.literal(revision), this.counts,
				LAST_FIRST);
	}

	/**
	 * Returns the query for the revisions that stopped half-way, or are running now. An
	 * index contains them.
	 */
	String unfinished() {
		String since = "select from %s n %s where n.revision = h.revision and n.id > h.id and n.direction <> '%s' and %s"
			.formatted(this.tables.history(), HistoryColumns.later("n"), HistoryTable.SEED, own(this.tables));
		return "%s where h.outcome <> 'done' and %s and not exists (%s)".formatted(select(), this.counts, since);
	}

	private String select() {
		return "select " + from(COLUMNS);
	}

	private String from(String columns) {
		return "%s from %s h %s".formatted(columns, this.tables.history(), HistoryColumns.later("h"));
	}

}
