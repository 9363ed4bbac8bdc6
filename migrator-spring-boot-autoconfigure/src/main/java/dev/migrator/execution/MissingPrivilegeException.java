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
 * Thrown when the migrator's role lacks rights that every run needs: names all of them,
 * so that one visit to the owner is enough.
 */
public class MissingPrivilegeException extends MigratorException {

	private final List<String> privileges;

	MissingPrivilegeException(String role, List<String> privileges) {
		this(role, privileges, "", null);
	}

	private MissingPrivilegeException(String role, List<String> privileges, String remark, @Nullable Throwable cause) {
		super("The role %s may not do what the migrator has to: %s.".formatted(role, String.join("; ", privileges)),
				"Let the owner, or a superuser, run:\n\n%s\n%sNothing has been run.".formatted(grants(role, privileges),
						remark),
				cause);
		this.privileges = List.copyOf(privileges);
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
				select current_user, s.name, coalesce(has_schema_privilege(n.oid, 'USAGE'), true), %s, %s
				from (select %s as name) s left join pg_catalog.pg_namespace n on n.nspname = s.name
				""".formatted(mayUse(tables.versionTable(), "SELECT", "INSERT", "UPDATE", "DELETE"),
				mayUse(tables.historyTable(), "SELECT", "INSERT", "UPDATE"), name))
			.get(0);
		if (found.text(1) == null) {
			return failure;
		}
		MigratorTables resolved = tables.in(found.required(1));
		List<String> missing = new ArrayList<>();
		if ("f".equals(found.text(2))) {
			missing.add(onSchema(resolved));
		}
		if ("f".equals(found.text(3))) {
			missing.add(onVersion(resolved));
		}
		if ("f".equals(found.text(4))) {
			missing.add(onHistory(resolved));
		}
		return missing.isEmpty() ? failure
				: new MissingPrivilegeException(SqlText.identifier(found.required(0)), missing,
						"For a role that only looks, USAGE of the schema and SELECT of both tables are enough.\n",
						failure);
	}

	/**
	 * By the catalog, which may be read without a right to the schema.
	 */
	private static String mayUse(String table, String... privileges) {
		return "(select "
				+ List.of(privileges)
					.stream()
					.map((privilege) -> "has_table_privilege(c.oid, '" + privilege + "')")
					.collect(Collectors.joining(" and "))
				+ " from pg_catalog.pg_class c where c.relnamespace = n.oid and c.relname = " + SqlText.literal(table)
				+ ")";
	}

	static String onSchema(MigratorTables tables) {
		return "USAGE, CREATE ON SCHEMA " + SqlText.identifier(tables.resolvedSchema());
	}

	static String onVersion(MigratorTables tables) {
		return "SELECT, INSERT, UPDATE, DELETE ON " + tables.version();
	}

	static String onHistory(MigratorTables tables) {
		return "SELECT, INSERT, UPDATE ON " + tables.history();
	}

	/**
	 * The rights that are missing, as GRANT writes them.
	 * @return privileges and the object, for each object
	 */
	public List<String> privileges() {
		return this.privileges;
	}

}
