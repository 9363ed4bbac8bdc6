package dev.migrator.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import dev.migrator.dialect.Row;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@link DatabaseState}: one statement where the tables are there, which is all
 * that a start with nothing pending costs.
 */
public final class StateReader {

	private final MigratorTables tables;

	/**
	 * Reads from the migrator's own tables.
	 * @param tables their names
	 */
	public StateReader(MigratorTables tables) {
		this.tables = tables;
	}

	/**
	 * Reads the state as it is now.
	 * @param connection the session
	 * @return the state; without rows if there is no version table
	 * @throws NoSchemaException if the tables are to be in the connection's schema and it
	 * has none
	 * @throws MissingPrivilegeException if the role may not read them
	 */
	public DatabaseState read(ServerConnection connection) {
		return read(connection, LastEntries::ofAll);
	}

	/**
	 * Reads the state, of the history only what stopped half-way: that costs the same
	 * however long the history is.
	 * @param connection the session
	 * @return the state, with the traces of those revisions alone
	 * @throws NoSchemaException like {@link #read(ServerConnection)}
	 * @throws MissingPrivilegeException like {@link #read(ServerConnection)}
	 */
	public DatabaseState readUnfinished(ServerConnection connection) {
		return read(connection, LastEntries::unfinished);
	}

	/**
	 * Reads the state, of the history only what is about one revision.
	 * @param connection the session
	 * @param revision the id of the revision
	 * @return the state, with the trace of that revision alone
	 * @throws NoSchemaException like {@link #read(ServerConnection)}
	 * @throws MissingPrivilegeException like {@link #read(ServerConnection)}
	 */
	public DatabaseState read(ServerConnection connection, String revision) {
		return read(connection, (entries) -> entries.of(revision));
	}

	private DatabaseState read(ServerConnection connection, Function<LastEntries, String> entries) {
		try {
			return state(connection.query(stateSql(entries)));
		}
		catch (SqlFailure ex) {
			if (ex.error().forbidden()) {
				throw MissingPrivilegeException.toRead(connection, this.tables, ex);
			}
			if (ex.error().tableMissing()) {
				return withoutHistory(connection);
			}
			if (ex.error().shapeDiffers() && this.tables.schema() == null) {
				return inOwnSchema(connection).read(connection, entries);
			}
			throw ex;
		}
	}

	/**
	 * A table of that name and of another shape stands later on the search path: only the
	 * connection's own schema is looked at.
	 */
	private StateReader inOwnSchema(ServerConnection connection) {
		return new StateReader(resolve(connection.query("select current_schema()").get(0).text(0)));
	}

	/**
	 * Unqualified names find the tables anywhere on the search path; what is found
	 * outside the connection's own schema does not count, hence the comparison of
	 * tableoid. This way the schema need not be asked for beforehand.
	 */
	private String stateSql(Function<LastEntries, String> entries) {
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
			.formatted(layout(), this.tables.version(), inSchema("v", this.tables.versionTable()),
					entries.apply(new LastEntries(this.tables, inSchema("h", this.tables.historyTable()))));
	}

	private String layout() {
		String layout = new HistoryColumns(this.tables).layout();
		return (this.tables.schema() != null) ? layout
				: "case when %s is null or %s is null then '%s' else %s end".formatted(
						this.tables.regclass(this.tables.versionTable()),
						this.tables.regclass(this.tables.historyTable()), TableLayout.MISSING, layout);
	}

	private String inSchema(String row, String table) {
		return (this.tables.schema() != null) ? "true"
				: row + ".tableoid = (select " + this.tables.regclass(table) + ")";
	}

	/**
	 * Reads the answer to the one statement.
	 */
	DatabaseState state(List<Row> answer) {
		List<String> rows = new ArrayList<>();
		Map<String, Trace> traces = new TreeMap<>();
		String schema = null;
		TableLayout layout = TableLayout.MISSING;
		for (Row row : answer) {
			if (row.text(2) != null) {
				Trace trace = trace(row);
				traces.put(trace.revision(), trace);
				continue;
			}
			schema = row.text(0);
			layout = TableLayout.valueOf(row.required(3));
			if (row.text(1) != null) {
				rows.add(row.required(1));
			}
		}
		return new DatabaseState(resolve(schema), layout, sorted(rows), traces);
	}

	private static Trace trace(Row row) {
		String checksumVersion = row.text(7);
		String duration = row.text(14);
		return new Trace(Long.parseLong(row.required(2)), row.required(3), row.required(4), row.required(5),
				row.text(6), (checksumVersion != null) ? Integer.parseInt(checksumVersion) : 0,
				new HowFar(Integer.parseInt(row.required(8)), Integer.parseInt(row.required(9)), row.text(10),
						row.text(11), row.text(12)),
				new Applied(Instant.EPOCH.plus(Long.parseLong(row.required(13)), ChronoUnit.MICROS),
						(duration != null) ? Duration.of(Long.parseLong(duration), ChronoUnit.MICROS) : null,
						row.required(15)),
				row.text(16) != null);
	}

	/**
	 * There is no history yet where Alembic was before, and neither table before the
	 * first start.
	 */
	private DatabaseState withoutHistory(ServerConnection connection) {
		Row found = connection
			.query("select current_schema(), %s is not null"
				.formatted(this.tables.regclass(this.tables.versionTable())))
			.get(0);
		MigratorTables resolved = resolve(found.text(0));
		List<String> rows = "t".equals(found.text(1))
				? connection.query("select version_num from " + resolved.version())
					.stream()
					.map((row) -> row.required(0))
					.toList()
				: List.of();
		return new DatabaseState(resolved, TableLayout.MISSING, sorted(rows), Map.of());
	}

	private MigratorTables resolve(@Nullable String currentSchema) {
		if (this.tables.schema() != null) {
			return this.tables;
		}
		if (currentSchema == null) {
			throw new NoSchemaException();
		}
		return this.tables.in(currentSchema);
	}

	private static List<String> sorted(List<String> rows) {
		return rows.stream().sorted().toList();
	}

}
