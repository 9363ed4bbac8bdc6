package dev.migrator.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.dialect.Row;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.SqlText;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the migrator's role lacks rights to its own tables: names all of them, so
 * that one visit to the owner is enough.
 */
public class MissingPrivilegeException extends MigratorException {

	static final List<String> ON_VERSION = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

	static final List<String> ON_HISTORY = List.of("SELECT", "INSERT", "UPDATE");

	private final List<String> privileges;

	MissingPrivilegeException(String role, List<String> privileges) {
		super("The role %s may not do what the migrator has to: %s.".formatted(role, String.join("; ", privileges)),
				"Let the owner, or a superuser, run:\n\n%s\nWhat the revisions do needs rights of its own. Nothing has been run."
					.formatted(grants(role, privileges)));
		this.privileges = List.copyOf(privileges);
	}

	private MissingPrivilegeException(String role, List<String> toRead, List<String> toMigrate, Throwable cause) {
		super("The role %s may not read the migrator's tables: %s.".formatted(role, String.join("; ", toRead)), """
				Let the owner, or a superuser, run, for a role that only looks:

				%s
				For a role that migrates:

				%s
				What the revisions do needs rights of its own. Nothing has been run.""".formatted(grants(role, toRead),
				grants(role, toMigrate)), cause);
		this.privileges = List.copyOf(toMigrate);
	}

	private static String grants(String role, List<String> privileges) {
		return privileges.stream()
			.map((privilege) -> "    GRANT %s TO %s;\n".formatted(privilege, role))
			.collect(Collectors.joining());
	}

	/**
	 * Finds out what is missing to read the tables, and what would be missing next.
	 * @param tables the tables, perhaps without a schema
	 * @return the exception, or the failure if it is not a right of ours that is missing
	 */
	static MigratorException toRead(ServerConnection connection, MigratorTables tables, SqlFailure failure) {
		String name = (tables.schema() != null) ? SqlText.literal(tables.schema()) : "current_schema()";
		Row found = connection.query("""
				select current_user, s.name, coalesce(has_schema_privilege(n.oid, 'USAGE'), true),
				    %s, %s
				from (select %s as name) s left join pg_catalog.pg_namespace n on n.nspname = s.name
				""".formatted(missingOn(inSchema(tables.versionTable()), ON_VERSION),
				missingOn(inSchema(tables.historyTable()), ON_HISTORY), name))
			.get(0);
		if (found.text(1) == null) {
			return failure;
		}
		MigratorTables resolved = tables.in(found.required(1));
		List<String> toRead = new ArrayList<>();
		List<String> toMigrate = new ArrayList<>();
		if ("f".equals(found.text(2))) {
			toRead.add("USAGE ON SCHEMA " + SqlText.identifier(resolved.resolvedSchema()));
			toMigrate.add(onSchema(resolved));
		}
		add(found.text(3), resolved.version(), toRead, toMigrate);
		add(found.text(4), resolved.history(), toRead, toMigrate);
		return toRead.isEmpty() ? failure
				: new MissingPrivilegeException(SqlText.identifier(found.required(0)), toRead, toMigrate, failure);
	}

	private static void add(@Nullable String missing, String table, List<String> toRead, List<String> toMigrate) {
		if (missing != null && !missing.isEmpty()) {
			toMigrate.add(missing + " ON " + table);
			if (missing.startsWith("SELECT")) {
				toRead.add("SELECT ON " + table);
			}
		}
	}

	/**
	 * By the catalog, which may be read without a right to the schema.
	 */
	private static String inSchema(String table) {
		return "(select c.oid from pg_catalog.pg_class c where c.relnamespace = n.oid and c.relname = "
				+ SqlText.literal(table) + ")";
	}

	/**
	 * SQL for those of some rights to a table that the role lacks, as GRANT writes them.
	 * They are asked one by one, because the server's function asks for any of a list. A
	 * table that is not there lacks none: it will be our own.
	 * @param table SQL for its oid
	 */
	static String missingOn(String table, List<String> privileges) {
		return privileges.stream()
			.map((privilege) -> "case when not has_table_privilege(%s, '%s') then '%s' end".formatted(table, privilege,
					privilege))
			.collect(Collectors.joining(", ", "concat_ws(', ', ", ")"));
	}

	static String onSchema(MigratorTables tables) {
		return "USAGE, CREATE ON SCHEMA " + SqlText.identifier(tables.resolvedSchema());
	}

	/**
	 * The rights that are missing to migrate, as GRANT writes them.
	 * @return privileges and the object, for each object
	 */
	public List<String> privileges() {
		return this.privileges;
	}

}
