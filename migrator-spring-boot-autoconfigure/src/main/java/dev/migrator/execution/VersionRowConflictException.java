package dev.migrator.execution;

import java.util.List;

import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when somebody else changed the version rows during the run. The revision was
 * rolled back.
 */
public class VersionRowConflictException extends MigratorException {

	public VersionRowConflictException(String revision, String became, MigratorTables tables, List<String> expected,
			Throwable cause) {
		super(("Revision %s %s: the rows of %s are no longer %s. Something other than the migrator changed them during "
				+ "this run: another session, or a script of the run.")
			.formatted(revision, became, tables.version(), expected.isEmpty() ? "empty" : String.join(", ", expected)),
				"Find out what else writes to that table, and stop it. Then start again.", cause);
	}

}
