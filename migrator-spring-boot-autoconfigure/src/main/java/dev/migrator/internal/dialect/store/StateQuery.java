package dev.migrator.internal.dialect.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import org.jspecify.annotations.Nullable;

/**
 * Reads the state of a database, with one statement if the tables exist.
 */
public final class StateQuery {

	/** The column of the id in the row of a history entry. */
	private static final int ENTRY = 2;

	/** The column of the short statement that tells whether nothing has changed. */
	private static final int SAME = 4;

	/** The columns of the history that the short statement needs. */
	private static final String COMPARED = "h.revision, h.direction, h.outcome, h.checksum, h.checksum_version";

	private final MigratorTables tables;

	private final String entries;

	private final @Nullable RecordedScripts scripts;

	private StateQuery(MigratorTables tables, String entries, @Nullable RecordedScripts scripts) {
		this.tables = tables;
		this.entries = entries;
		this.scripts = scripts;
	}

	private StateQuery(MigratorTables tables, String entries) {
		this(tables, entries, null);
	}

	/**
	 * Creates the query for the last entry of each revision.
	 * @param tables the tables
	 * @return the query
	 */
	public static StateQuery ofAll(MigratorTables tables) {
		return new StateQuery(tables, entries(tables).ofAll());
	}

	/**
	 * Creates the query for the last entry of each revision, but without those that are
	 * done and are what the present script says, if no entry says otherwise.
	 * <p>
	 * A short statement asks first whether the history says what the scripts say. The
	 * server plans it in half the time, and a start with nothing pending needs no other.
	 * @param tables the tables
	 * @param scripts the present scripts
	 * @return the query
	 */
	public static StateQuery ofChanges(MigratorTables tables, RecordedScripts scripts) {
		String entries = """
				with last as materialized (
				    select * from (%s) l where l.direction <> 'downgrade' or l.outcome <> 'done'
				), compared as materialized (
				    select %s = '%s' as same from last where outcome = 'done'
				)
				select last.* from last cross join compared where not compared.same or last.outcome <> 'done'"""
			.formatted(entries(tables).ofAll(scripts.count()), RecordedScripts.DIGEST, scripts.digest());
		return new StateQuery(tables, entries, scripts);
	}

	/**
	 * Creates the query that reads from the history only the revisions that stopped
	 * half-way. Its time does not depend on the length of the history.
	 * @param tables the tables
	 * @return the query
	 */
	public static StateQuery ofUnfinished(MigratorTables tables) {
		return new StateQuery(tables, entries(tables).unfinished());
	}

	/**
	 * Creates the query that reads from the history only the entry of one revision.
	 * @param tables the tables
	 * @param revision the id of the revision
	 * @return the query
	 */
	public static StateQuery of(MigratorTables tables, String revision) {
		return new StateQuery(tables, entries(tables).of(revision));
	}

	private static LastEntries entries(MigratorTables tables) {
		return new LastEntries(tables, inSchema(tables, "h", tables.historyTable()));
	}

	/**
	 * Runs the query: one statement, and a second one if {@link #ofChanges} finds changes
	 * or a long history.
	 * @param connection the session
	 * @return the answer, or nothing if the tables must be in the connection's schema and
	 * it has none
	 * @throws SqlFailure if the query fails; if a table is missing, use
	 * {@link #withoutHistory}
	 */
	public Optional<StateAnswer> answer(ServerConnection connection) {
		return unchanged(connection).or(() -> answer(connection.query(sql())));
	}

	private Optional<StateAnswer> unchanged(ServerConnection connection) {
		if (this.scripts == null) {
			return Optional.empty();
		}
		List<Row> answer = connection.query(unchangedSql(this.scripts));
		return "t".equals(answer.get(0).text(SAME)) ? answer(answer) : Optional.empty();
	}

	/**
	 * The last column says whether the history says what the scripts say, and nothing
	 * stopped half-way.
	 */
	private String unchangedSql(RecordedScripts scripts) {
		return """
				select current_schema(), v.version_num, null, %s, (
				    select %s = '%s' and not bool_or(outcome <> 'done')
				    from (%s) h where direction <> 'downgrade' or outcome <> 'done')
				from (select 1) as one left join %s v on %s""".formatted(layout(), RecordedScripts.DIGEST,
				scripts.digest(), entries(this.tables).ofShortHistory(scripts.count(), COMPARED), this.tables.version(),
				inSchema(this.tables, "v", this.tables.versionTable()));
	}

	/**
	 * Unqualified names find the tables anywhere on the search path. A table outside of
	 * the connection's own schema does not count, hence the comparison of tableoid. So
	 * the schema does not have to be read first.
	 */
	private String sql() {
		return """
				select current_schema(), v.version_num, null, %s,
				    null, null, null, null, null, null, null, null, null, null, null, null, null
				from (select 1) as one left join %s v on %s
				union all
				select null, null, h.id::text, h.revision, h.direction, h.outcome, h.checksum, h.checksum_version::text,
				    coalesce(h.statements, 0)::text, coalesce(h.statements_done, 0)::text, h.done_hash, h.session, h.error,
				    (extract(epoch from h.started) * 1000000)::bigint::text,
				    (extract(epoch from h.duration) * 1000000)::bigint::text, h.db_user, h.version_table
				from (%s) h
				where h.direction <> 'downgrade' or h.outcome <> 'done'
				"""
			.formatted(layout(), this.tables.version(), inSchema(this.tables, "v", this.tables.versionTable()),
					this.entries);
	}

	private String layout() {
		String layout = new HistoryColumns(this.tables).layout();
		return (this.tables.schema() != null) ? layout
				: "case when %s is null or %s is null then '%s' else %s end".formatted(
						this.tables.regclass(this.tables.versionTable()),
						this.tables.regclass(this.tables.historyTable()), TableLayout.MISSING, layout);
	}

	private static String inSchema(MigratorTables tables, String row, String table) {
		return (tables.schema() != null) ? "true" : row + ".tableoid = (select " + tables.regclass(table) + ")";
	}

	/**
	 * Reads the answer to the one statement.
	 */
	Optional<StateAnswer> answer(List<Row> answer) {
		List<String> rows = new ArrayList<>();
		List<HistoryEntry> entries = new ArrayList<>();
		String schema = null;
		TableLayout layout = TableLayout.MISSING;
		for (Row row : answer) {
			if (row.text(ENTRY) != null) {
				entries.add(HistoryEntry.of(row, ENTRY));
				continue;
			}
			schema = row.text(0);
			layout = TableLayout.valueOf(row.required(3));
			if (row.text(1) != null) {
				rows.add(row.required(1));
			}
		}
		MigratorTables resolved = resolve(this.tables, schema);
		return (resolved != null) ? Optional.of(new StateAnswer(resolved, layout, rows, entries)) : Optional.empty();
	}

	/**
	 * Reads the state if one of the tables is missing. After Alembic there is no history
	 * table yet, and before the first start there is neither table.
	 * @param connection the session
	 * @param tables the tables
	 * @return the answer, or nothing if the tables must be in the connection's schema and
	 * it has none
	 */
	public static Optional<StateAnswer> withoutHistory(ServerConnection connection, MigratorTables tables) {
		Row found = connection
			.query("select current_schema(), %s is not null".formatted(tables.regclass(tables.versionTable())))
			.get(0);
		MigratorTables resolved = resolve(tables, found.text(0));
		if (resolved == null) {
			return Optional.empty();
		}
		List<String> rows = "t".equals(found.text(1))
				? connection.query("select version_num from " + resolved.version())
					.stream()
					.map((row) -> row.required(0))
					.toList()
				: List.of();
		return Optional.of(new StateAnswer(resolved, TableLayout.MISSING, rows, List.of()));
	}

	/**
	 * Returns the tables in the connection's own schema.
	 * @param connection the session
	 * @param tables the tables, whose schema is not known
	 * @return the tables, or nothing if the connection has no schema
	 */
	public static Optional<MigratorTables> inOwnSchema(ServerConnection connection, MigratorTables tables) {
		return Optional.ofNullable(resolve(tables, connection.query("select current_schema()").get(0).text(0)));
	}

	private static @Nullable MigratorTables resolve(MigratorTables tables, @Nullable String currentSchema) {
		return (tables.schema() != null) ? tables : (currentSchema != null) ? tables.in(currentSchema) : null;
	}

}
