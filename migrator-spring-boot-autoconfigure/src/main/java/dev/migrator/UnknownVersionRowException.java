package dev.migrator;

import java.util.List;
import java.util.Map;

import dev.migrator.execution.Applied;
import dev.migrator.execution.MigratorTables;
import dev.migrator.problem.MigratorException;
import dev.migrator.script.RevisionScripts;

/**
 * Thrown when the version table has a row whose revision no script has, so that what is
 * applied cannot be known.
 */
public class UnknownVersionRowException extends MigratorException {

	private final List<String> rows;

	UnknownVersionRowException(List<String> rows, Map<String, Applied> history, MigratorTables tables,
			RevisionScripts scripts) {
		super(describe(rows, history, tables, scripts), """
				If the script exists, make it visible: migrator.locations, migrator.packages, or the missing jar.
				If this is an older version of the application and a newer one has migrated the database, start it \
				with migrator.on-unknown-revision=warn: it migrates nothing.
				If the revision is gone for good, put its script back from version control, or set the row to the \
				revision that the schema is really at: Migrator.stampPurged("<revision>").""");
		this.rows = List.copyOf(rows);
	}

	private static String describe(List<String> rows, Map<String, Applied> history, MigratorTables tables,
			RevisionScripts scripts) {
		StringBuilder text = new StringBuilder(
				"The version table %s names revisions that no script has:\n\n".formatted(tables.version()));
		for (String row : rows) {
			Applied applied = history.get(row);
			text.append("    ").append(row);
			text.append((applied != null) ? ", applied at %s by %s".formatted(applied.at(), applied.by())
					: ", of which the history knows nothing");
			text.append('\n');
		}
		return text.append("\nScripts were looked for in ")
			.append(String.join(", ", scripts.locations()))
			.append(" and among the Java revisions; found: ")
			.append(scripts.graph().size())
			.append('.')
			.toString();
	}

	/**
	 * The rows that no script knows.
	 * @return the revisions that they name
	 */
	public List<String> rows() {
		return this.rows;
	}

}
