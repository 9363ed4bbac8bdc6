package dev.migrator.execution;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.Row;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlText;

/**
 * Asks before the first step what every step needs, so that the answer is an advice and
 * not an error half-way.
 */
final class Preflight {

	private Preflight() {
	}

	/**
	 * Asks.
	 * @return the server's process that serves the connection, which behind a pooler is
	 * not the one that the driver knows
	 */
	static int of(ServerConnection connection, DatabaseState before) {
		MigratorTables tables = before.tables();
		String schema = SqlText.literal(SqlText.identifier(tables.resolvedSchema()));
		Row answer = connection.query("""
				select pg_is_in_recovery(), current_setting('transaction_read_only') = 'on', current_user,
				    to_regnamespace(%1$s) is not null,
				    coalesce(has_schema_privilege(to_regnamespace(%1$s), 'CREATE'), false),
				    has_database_privilege(current_database(), 'CREATE'), current_database(),
				    %2$s, %3$s, pg_backend_pid(),
				    coalesce((select %4$s = 'OLDER' and not (pg_has_role(c.relowner, 'USAGE')
				        and has_schema_privilege(c.relnamespace, 'CREATE'))
				        from pg_catalog.pg_class c where c.oid = %5$s), false)
				""".formatted(schema,
				MissingPrivilegeException.missingOn(oid(tables.version()), MissingPrivilegeException.ON_VERSION),
				MissingPrivilegeException.missingOn(oid(tables.history()), MissingPrivilegeException.ON_HISTORY),
				new HistoryColumns(tables).layout(), tables.regclass(tables.historyTable())))
			.get(0);
		if (yes(answer, 0) || yes(answer, 1)) {
			throw ReadOnlyException.of(yes(answer, 0));
		}
		String role = SqlText.identifier(answer.required(2));
		List<String> missing = missing(answer, before);
		if (!missing.isEmpty()) {
			throw new MissingPrivilegeException(role, missing);
		}
		if (yes(answer, 10)) {
			throw new OlderHistoryException(role, tables);
		}
		return Integer.parseInt(answer.required(9));
	}

	private static List<String> missing(Row answer, DatabaseState before) {
		MigratorTables tables = before.tables();
		List<String> missing = new ArrayList<>();
		if (!before.tablesExist() && !yes(answer, 3) && !yes(answer, 5)) {
			missing.add("CREATE ON DATABASE " + SqlText.identifier(answer.required(6)));
		}
		if (!before.tablesExist() && yes(answer, 3) && !yes(answer, 4)) {
			missing.add(MissingPrivilegeException.onSchema(tables));
		}
		add(missing, answer.required(7), tables.version());
		add(missing, answer.required(8), tables.history());
		return missing;
	}

	private static void add(List<String> missing, String privileges, String table) {
		if (!privileges.isEmpty()) {
			missing.add(privileges + " ON " + table);
		}
	}

	private static String oid(String table) {
		return "to_regclass(" + SqlText.literal(table) + ")";
	}

	private static boolean yes(Row answer, int column) {
		return "t".equals(answer.text(column));
	}

}
