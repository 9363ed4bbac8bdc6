package dev.migrator.execution;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.TableRights;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when the migrator's role lacks rights to the migrator's own tables. Names all of
 * them, so that the owner has to be asked only once.
 */
public class MissingPrivilegeException extends MigratorException {

	private final List<String> privileges;

	public MissingPrivilegeException(String role, List<String> privileges) {
		super("The role %s lacks rights that the migrator needs: %s.".formatted(role, String.join("; ", privileges)),
				("The owner, or a superuser, has to run:\n\n%s\nThe revisions may need more rights. "
						+ "Nothing has been run.")
					.formatted(TableRights.grants(role, privileges)));
		this.privileges = List.copyOf(privileges);
	}

	private MissingPrivilegeException(TableRights.ToRead missing, Throwable cause) {
		super("The role %s may not read the migrator's tables: %s.".formatted(missing.role(),
				String.join("; ", missing.toRead())),
				"""
						The owner, or a superuser, has to run, for a role that only reads:

						%s
						For a role that migrates:

						%s
						The revisions may need more rights. Nothing has been run.""".formatted(
						TableRights.grants(missing.role(), missing.toRead()),
						TableRights.grants(missing.role(), missing.toWrite())),
				cause);
		this.privileges = List.copyOf(missing.toWrite());
	}

	/**
	 * Finds the rights that are missing to read the tables, and those that would be
	 * missing next.
	 * @param tables the tables, perhaps without a schema
	 * @return the exception, or the failure if its cause is not a missing right of the
	 * migrator
	 */
	public static MigratorException toRead(ServerConnection connection, MigratorTables tables, SqlFailure failure) {
		Optional<TableRights.ToRead> missing = TableRights.toRead(connection, tables);
		return missing.isPresent() ? new MissingPrivilegeException(missing.get(), failure) : failure;
	}

	/**
	 * Returns the rights that are missing to migrate, in the notation of GRANT.
	 * @return privileges and the object, for each object
	 */
	public List<String> privileges() {
		return this.privileges;
	}

}
