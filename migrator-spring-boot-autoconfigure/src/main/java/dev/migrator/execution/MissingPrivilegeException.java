package dev.migrator.execution;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.TableRights;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when the migrator's role lacks rights to its own tables: names all of them, so
 * that one visit to the owner is enough.
 */
public class MissingPrivilegeException extends MigratorException {

	private final List<String> privileges;

	public MissingPrivilegeException(String role, List<String> privileges) {
		super("The role %s may not do what the migrator has to: %s.".formatted(role, String.join("; ", privileges)),
				"Let the owner, or a superuser, run:\n\n%s\nWhat the revisions do needs rights of its own. Nothing has been run."
					.formatted(TableRights.grants(role, privileges)));
		this.privileges = List.copyOf(privileges);
	}

	private MissingPrivilegeException(TableRights.ToRead missing, Throwable cause) {
		super("The role %s may not read the migrator's tables: %s.".formatted(missing.role(),
				String.join("; ", missing.toRead())),
				"""
						Let the owner, or a superuser, run, for a role that only looks:

						%s
						For a role that migrates:

						%s
						What the revisions do needs rights of its own. Nothing has been run.""".formatted(
						TableRights.grants(missing.role(), missing.toRead()),
						TableRights.grants(missing.role(), missing.toWrite())),
				cause);
		this.privileges = List.copyOf(missing.toWrite());
	}

	/**
	 * Finds out what is missing to read the tables, and what would be missing next.
	 * @param tables the tables, perhaps without a schema
	 * @return the exception, or the failure if it is not a right of ours that is missing
	 */
	public static MigratorException toRead(ServerConnection connection, MigratorTables tables, SqlFailure failure) {
		Optional<TableRights.ToRead> missing = TableRights.toRead(connection, tables);
		return missing.isPresent() ? new MissingPrivilegeException(missing.get(), failure) : failure;
	}

	/**
	 * The rights that are missing to migrate, as GRANT writes them.
	 * @return privileges and the object, for each object
	 */
	public List<String> privileges() {
		return this.privileges;
	}

}
