package dev.migrator.result;

import java.nio.charset.StandardCharsets;

import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the migrator cannot use the configured names for its tables.
 */
public class InvalidTablesException extends MigratorException {

	private static final int MOST_BYTES = 63;

	private InvalidTablesException(String description, String action) {
		super(description, action);
	}

	public static void check(MigratorTables tables) {
		check("version-table", tables.versionTable());
		check("history-table", tables.historyTable());
		check("schema", tables.schema());
		if (tables.versionTable().equals(tables.historyTable())) {
			throw new InvalidTablesException(
					"The version table and the history table have the same name: " + tables.versionTable() + ".",
					"Give one of them another name: migrator.version-table, migrator.history-table.");
		}
	}

	/**
	 * Checks a name. The server cuts a longer name, with a notice that nobody sees, and
	 * finds the table only under the shorter name.
	 */
	private static void check(String property, @Nullable String name) {
		int bytes = (name != null) ? name.getBytes(StandardCharsets.UTF_8).length : 1;
		if (bytes == 0) {
			throw new InvalidTablesException("migrator." + property + " is empty.", "Give it a name, or remove it.");
		}
		if (bytes > MOST_BYTES) {
			throw new InvalidTablesException("migrator.%s is longer than a name in PostgreSQL can be: %s has %s bytes."
				.formatted(property, name, bytes), "Choose a name of at most " + MOST_BYTES + " bytes.");
		}
	}

}
