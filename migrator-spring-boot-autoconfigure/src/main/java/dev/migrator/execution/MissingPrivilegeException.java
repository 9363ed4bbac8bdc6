package dev.migrator.execution;

import dev.migrator.dialect.Row;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.SqlText;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the migrator's role lacks a right that every run needs.
 */
public class MissingPrivilegeException extends MigratorException {

	private final String privilege;

	MissingPrivilegeException(String role, String privilege) {
		this(role, privilege, null);
	}

	private MissingPrivilegeException(String role, String privilege, @Nullable Throwable cause) {
		super("The role %s may not do what the migrator has to: %s.".formatted(role, privilege),
				"Let the owner, or a superuser, run:\n\n    GRANT %s TO %s;\n\nNothing has been run."
					.formatted(privilege, role),
				cause);
		this.privilege = privilege;
	}

	/**
	 * Finds out what is missing to read the tables.
	 * @param tables the tables, perhaps without a schema
	 * @return the exception, or the failure if it is not a right of ours that is missing
	 */
	static MigratorException toRead(ServerConnection connection, MigratorTables tables, SqlFailure failure) {
		Row session = connection.query("""
				select current_user, s.name, to_regnamespace(quote_ident(s.name)) is null
				    or has_schema_privilege(to_regnamespace(quote_ident(s.name)), 'USAGE')
				from (select %s as name) s
				""".formatted((tables.schema() != null) ? SqlText.literal(tables.schema()) : "current_schema()"))
			.get(0);
		String role = SqlText.identifier(session.required(0));
		if (session.text(1) == null) {
			return failure;
		}
		MigratorTables resolved = tables.in(session.required(1));
		if (!"t".equals(session.text(2))) {
			return new MissingPrivilegeException(role,
					"USAGE, CREATE ON SCHEMA " + SqlText.identifier(resolved.resolvedSchema()), failure);
		}
		Row readable = connection
			.query("select has_table_privilege(to_regclass(%s), 'SELECT'), "
				.formatted(SqlText.literal(resolved.version()))
					+ "has_table_privilege(to_regclass(%s), 'SELECT')".formatted(SqlText.literal(resolved.history())))
			.get(0);
		if ("f".equals(readable.text(0))) {
			return new MissingPrivilegeException(role, onVersion(resolved), failure);
		}
		return "f".equals(readable.text(1)) ? new MissingPrivilegeException(role, onHistory(resolved), failure)
				: failure;
	}

	static String onVersion(MigratorTables tables) {
		return "SELECT, INSERT, UPDATE, DELETE ON " + tables.version();
	}

	static String onHistory(MigratorTables tables) {
		return "SELECT, INSERT, UPDATE ON " + tables.history();
	}

	/**
	 * The right that is missing, as GRANT writes it.
	 * @return the privilege and the object
	 */
	public String privilege() {
		return this.privilege;
	}

}
