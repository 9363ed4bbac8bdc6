package dev.migrator.internal.dialect.store;

import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * The entries of the history that count, as SQL over a table of any layout: of each
 * revision the last that is this version table's own. Several version tables may share a
 * history; an entry that does not say whose it is may be anybody's.
 * <p>
 * The last of each revision is found by going down the primary key from one revision to
 * the next, so that it costs the same however often they ran: of 5,000 revisions that ran
 * 60 times each 50 ms, and 490 ms with {@code DISTINCT ON}; of 500 that ran once 7 ms,
 * and 2 ms.
 */
final class LastEntries {

	private static final String COLUMNS = """
			h.id, h.revision, h.direction, h.outcome, h.checksum, h.checksum_version, h.statements, h.statements_done,
			h.done_hash, h.started, h.duration, h.db_user, later.session, later.error, later.version_table""";

	private static final String LAST_FIRST = "order by h.revision desc, h.id desc limit 1";

	private final MigratorTables tables;

	private final String counts;

	/**
	 * @param inSchema a condition over {@code h}: whether the table is the one that is
	 * looked for
	 */
	LastEntries(MigratorTables tables, String inSchema) {
		this.tables = tables;
		this.counts = inSchema + " and h.direction <> '" + HistoryTable.SEED + "' and " + own(tables);
	}

	/**
	 * Whether an entry is the version table's, or may be, as a condition. Of a CASE the
	 * planner guesses that half of the rows are left; of a comparison that it is one in
	 * 200, and then it reads the whole table for each revision.
	 */
	static String own(MigratorTables tables) {
		return "case when later.version_table <> %s then false else true end"
			.formatted(SqlText.literal(tables.versionTable()));
	}

	/**
	 * Of every revision.
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
	 * Of one revision.
	 */
	String of(String revision) {
		return "%s where h.revision = %s and %s %s".formatted(select(), SqlText.literal(revision), this.counts,
				LAST_FIRST);
	}

	/**
	 * Of those that stopped half-way, or are running now. There is an index of them.
	 */
	String unfinished() {
		String since = "select from %s n %s where n.revision = h.revision and n.id > h.id and n.direction <> '%s' and %s"
			.formatted(this.tables.history(), HistoryColumns.later("n"), HistoryTable.SEED, own(this.tables));
		return "%s where h.outcome <> 'done' and %s and not exists (%s)".formatted(select(), this.counts, since);
	}

	private String select() {
		return "select %s from %s h %s".formatted(COLUMNS, this.tables.history(), HistoryColumns.later("h"));
	}

}
