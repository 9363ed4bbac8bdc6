package dev.migrator.internal.dialect.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The rights of a session's role to the migrator's tables. A right is written as in
 * {@code GRANT}.
 *
 * @param role the role, as SQL writes it
 * @param process the server's process that serves the connection, which behind a pooler
 * is not the one that the driver knows
 * @param standby whether the server is a standby
 * @param readOnly whether the session is read-only
 * @param missing the missing rights for writing
 * @param mayComplete whether the role may complete an older history table, if there is
 * one
 */
public record TableRights(String role, int process, boolean standby, boolean readOnly, List<String> missing,
		boolean mayComplete) {

	private static final List<String> ON_VERSION = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

	private static final List<String> ON_HISTORY = List.of("SELECT", "INSERT", "UPDATE");

	public TableRights {
		missing = List.copyOf(missing);
	}

	/**
	 * Returns a query for the rights that a run needs.
	 * @param tables the tables, in their schema
	 * @return SQL, without a semicolon
	 */
	public static String queryToWrite(MigratorTables tables) {
		String schema = SqlText.literal(SqlText.identifier(tables.resolvedSchema()));
		return """
				select pg_is_in_recovery(), current_setting('transaction_read_only') = 'on', current_user,
				    to_regnamespace(%1$s) is not null,
				    coalesce(has_schema_privilege(to_regnamespace(%1$s), 'CREATE'), false),
				    has_database_privilege(current_database(), 'CREATE'), current_database(),
				    %2$s, %3$s, pg_backend_pid(),
				    coalesce((select %4$s = 'OLDER' and not (pg_has_role(c.relowner, 'USAGE')
				        and has_schema_privilege(c.relnamespace, 'CREATE'))
				        from pg_catalog.pg_class c where c.oid = %5$s), false)
				""".formatted(schema, missingOn(oid(tables.version()), ON_VERSION),
				missingOn(oid(tables.history()), ON_HISTORY), new HistoryColumns(tables).layout(),
				tables.regclass(tables.historyTable()));
	}

	/**
	 * Reads the answer to {@link #queryToWrite}.
	 * @param answer the answer
	 * @param tables the tables, in their schema
	 * @param exist whether both of them exist
	 * @return the rights
	 */
	public static TableRights toWrite(Row answer, MigratorTables tables, boolean exist) {
		List<String> missing = new ArrayList<>();
		if (!exist && !yes(answer, 3) && !yes(answer, 5)) {
			missing.add("CREATE ON DATABASE " + SqlText.identifier(answer.required(6)));
		}
		if (!exist && yes(answer, 3) && !yes(answer, 4)) {
			missing.add(onSchema(tables));
		}
		add(missing, answer.required(7), tables.version());
		add(missing, answer.required(8), tables.history());
		return new TableRights(SqlText.identifier(answer.required(2)), Integer.parseInt(answer.required(9)),
				yes(answer, 0), yes(answer, 1), missing, !yes(answer, 10));
	}

	/**
	 * Finds the missing rights for reading the tables, and those that would be missing
	 * next.
	 * @param connection the session
	 * @param tables the tables, perhaps without a schema
	 * @return the missing rights, or nothing if the cause is not a right to the
	 * migrator's tables
	 */
	public static Optional<ToRead> toRead(ServerConnection connection, MigratorTables tables) {
		String name = (tables.schema() != null) ? SqlText.literal(tables.schema()) : "current_schema()";
		Row found = connection.query("""
				select current_user, s.name, coalesce(has_schema_privilege(n.oid, 'USAGE'), true),
				    %s, %s
				from (select %s as name) s left join pg_catalog.pg_namespace n on n.nspname = s.name
				""".formatted(missingOn(inSchema(tables.versionTable()), ON_VERSION),
				missingOn(inSchema(tables.historyTable()), ON_HISTORY), name))
			.get(0);
		if (found.text(1) == null) {
			return Optional.empty();
		}
		MigratorTables resolved = tables.in(found.required(1));
		List<String> toRead = new ArrayList<>();
		List<String> toWrite = new ArrayList<>();
		if ("f".equals(found.text(2))) {
			toRead.add("USAGE ON SCHEMA " + SqlText.identifier(resolved.resolvedSchema()));
			toWrite.add(onSchema(resolved));
		}
		add(found.text(3), resolved.version(), toRead, toWrite);
		add(found.text(4), resolved.history(), toRead, toWrite);
		return toRead.isEmpty() ? Optional.empty()
				: Optional.of(new ToRead(SqlText.identifier(found.required(0)), toRead, toWrite));
	}

	/**
	 * Returns the statements that grant rights to a role.
	 * @param role the role, as SQL writes it
	 * @param rights the rights
	 * @return a statement for each, indented and ended by a line end
	 */
	public static String grants(String role, List<String> rights) {
		return rights.stream()
			.map((right) -> "    GRANT %s TO %s;\n".formatted(right, role))
			.collect(Collectors.joining());
	}

	private static void add(List<String> missing, String rights, String table) {
		if (!rights.isEmpty()) {
			missing.add(rights + " ON " + table);
		}
	}

	private static void add(@Nullable String missing, String table, List<String> toRead, List<String> toWrite) {
		if (missing != null && !missing.isEmpty()) {
			toWrite.add(missing + " ON " + table);
			if (missing.startsWith("SELECT")) {
				toRead.add("SELECT ON " + table);
			}
		}
	}

	private static String oid(String table) {
		return "to_regclass(" + SqlText.literal(table) + ")";
	}

	/**
	 * Finds a table in the catalog, which can be read without a right to the schema.
	 */
	private static String inSchema(String table) {
		return "(select c.oid from pg_catalog.pg_class c where c.relnamespace = n.oid and c.relname = "
				+ SqlText.literal(table) + ")";
	}

	/**
	 * Returns SQL for the rights to a table that the role lacks. It checks them one by
	 * one, because the server's function checks for any of a list. A missing table lacks
	 * no right: the migrator will create it and own it.
	 * @param table the SQL of its oid
	 */
	private static String missingOn(String table, List<String> rights) {
		return rights.stream()
			.map((right) -> "case when not has_table_privilege(%s, '%s') then '%s' end".formatted(table, right, right))
			.collect(Collectors.joining(", ", "concat_ws(', ', ", ")"));
	}

	private static String onSchema(MigratorTables tables) {
		return "USAGE, CREATE ON SCHEMA " + SqlText.identifier(tables.resolvedSchema());
	}

	private static boolean yes(Row answer, int column) {
		return "t".equals(answer.text(column));
	}

	/**
	 * The missing rights for reading the tables.
	 *
	 * @param role the role, as SQL writes it
	 * @param toRead the missing rights for reading
	 * @param toWrite the missing rights for writing
	 */
	public record ToRead(String role, List<String> toRead, List<String> toWrite) {

		public ToRead {
			toRead = List.copyOf(toRead);
			toWrite = List.copyOf(toWrite);
		}

	}

}
