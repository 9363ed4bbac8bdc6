package dev.migrator.result;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.HowFar;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when the version table has a row whose revision has no script, or the history
 * has a half-way revision without a script, so that the applied revisions cannot be
 * known.
 */
public class UnknownVersionRowException extends MigratorException {

	private final List<String> rows;

	public UnknownVersionRowException(List<String> rows, DatabaseState state, RevisionScripts scripts) {
		super(describe(rows, state, scripts),
				"""
						If the script exists, make it visible: migrator.locations, migrator.packages, or the missing jar.
						If this is an older version of the application and a newer one has migrated the database, start it \
						with migrator.on-unknown-revision=warn: it migrates nothing.
						If the revision was deleted, restore its script from version control, or set the row to the \
						revision that the schema is really at (if it was a merge, to all that it merged): migrator stamp --purge \
						<revision>%s"""
					.formatted(kept(rows, state)));
		this.rows = List.copyOf(rows);
	}

	/**
	 * Returns the rows to name so that they stay, because --purge removes all rows.
	 */
	private static String kept(List<String> unknown, DatabaseState state) {
		String kept = state.rows()
			.stream()
			.filter((row) -> !unknown.contains(row))
			.map((row) -> " " + Printable.line(row))
			.collect(Collectors.joining());
		return kept.isEmpty() ? ""
				: kept + "\n(--purge removes all rows, so the command lists the rows of other branches too)";
	}

	private static String describe(List<String> rows, DatabaseState state, RevisionScripts scripts) {
		String table = state.rows().stream().anyMatch(rows::contains) ? "version table " + state.tables().version()
				: "history table " + state.tables().history();
		StringBuilder text = new StringBuilder("The %s contains revisions that no script has:\n\n".formatted(table));
		for (String row : rows) {
			LastEntry entry = state.lastEntries().get(row);
			text.append("    ").append(Printable.line(row));
			text.append((entry != null) ? ", " + entry.describe() : ", without a history entry");
			if (entry != null && !entry.finished()) {
				HowFar howFar = entry.howFar();
				text.append(", half-way: %s of its %s statements were completed".formatted(howFar.done(),
						howFar.statements()));
			}
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
	 * Returns the revisions without a script.
	 * @return their ids
	 */
	public List<String> rows() {
		return this.rows;
	}

}
