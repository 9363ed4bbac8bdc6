package dev.migrator.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
		try {
			return state(connection.query(stateSql()));
		}
		catch (SqlFailure ex) {
			if (ex.error().forbidden()) {
				throw MissingPrivilegeException.toRead(connection, this.tables, ex);
			}
			if (ex.error().tableMissing()) {
				return withoutHistory(connection);
			}
			if (ex.error().shapeDiffers() && this.tables.schema() == null) {
				return inOwnSchema(connection);
			}
			throw ex;
		}
	}

	/**
	 * A table of that name and of another shape stands later on the search path: only the
	 * connection's own schema is looked at.
	 */
	private DatabaseState inOwnSchema(ServerConnection connection) {
		return new StateReader(resolve(connection.query("select current_schema()").get(0).text(0))).read(connection);
	}

	/**
	 * Unqualified names find the tables anywhere on the search path; what is found
	 * outside the connection's own schema does not count, hence the comparison of
	 * tableoid. This way the schema need not be asked for beforehand.
	 */
	private String stateSql() {
		return """
				select current_schema(), v.version_num, null, (%5$s)::text, null, null, null, null, null, null
				from (select 1) as one left join %1$s v on %2$s
				union all
				select null, null, h.id::text, h.revision, h.direction, h.outcome, h.checksum, h.checksum_version::text,
				    coalesce(h.statements, 0) || '/' || coalesce(h.statements_done, 0), h.done_hash
				from (
				    select distinct on (revision) * from %3$s v where %4$s and v.direction <> 'seed'
				    order by revision, id desc
				) h
				where h.direction <> 'downgrade' or h.outcome <> 'done'
				""".formatted(this.tables.version(), inSchema(this.tables.versionTable()), this.tables.history(),
				inSchema(this.tables.historyTable()), bothExist());
	}

	private String bothExist() {
		return (this.tables.schema() != null) ? "true" : "%s is not null and %s is not null".formatted(
				this.tables.regclass(this.tables.versionTable()), this.tables.regclass(this.tables.historyTable()));
	}

	private String inSchema(String table) {
		return (this.tables.schema() != null) ? "true" : "v.tableoid = (select " + this.tables.regclass(table) + ")";
	}

	/**
	 * Reads the answer to the one statement.
	 */
	DatabaseState state(List<Row> answer) {
		List<String> rows = new ArrayList<>();
		Map<String, Trace> traces = new LinkedHashMap<>();
		String schema = null;
		boolean tablesExist = false;
		for (Row row : answer) {
			if (row.text(2) != null) {
				Trace trace = trace(row);
				traces.put(trace.revision(), trace);
				continue;
			}
			schema = row.text(0);
			tablesExist = "true".equals(row.text(3));
			if (row.text(1) != null) {
				rows.add(row.required(1));
			}
		}
		return new DatabaseState(resolve(schema), tablesExist, sorted(rows), traces);
	}

	private static Trace trace(Row row) {
		String[] statements = row.required(8).split("/", -1);
		String checksumVersion = row.text(7);
		return new Trace(Long.parseLong(row.required(2)), row.required(3), row.required(4), row.required(5),
				row.text(6), (checksumVersion != null) ? Integer.parseInt(checksumVersion) : 0,
				Integer.parseInt(statements[0]), Integer.parseInt(statements[1]), row.text(9));
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
		return new DatabaseState(resolved, false, sorted(rows), Map.of());
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
