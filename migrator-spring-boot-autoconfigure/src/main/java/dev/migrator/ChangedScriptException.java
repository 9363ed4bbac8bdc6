package dev.migrator;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.problem.MigratorException;
import dev.migrator.script.Script;

/**
 * Thrown when scripts were edited after they were applied.
 */
public class ChangedScriptException extends MigratorException {

	private final List<String> revisions;

	ChangedScriptException(List<Script> scripts, List<String> rows) {
		super(describe(scripts), """
				Put the scripts back as they were and write a new revision for the change.
				If the database has what the scripts say now, accept them by stamping it: migrator stamp %s
				To go on without deciding, set migrator.on-changed-script=warn.""".formatted(String.join(" ", rows)));
		this.revisions = scripts.stream().map((script) -> script.revision().id()).toList();
	}

	static String describe(List<Script> scripts) {
		return (scripts.size() == 1 ? "A script was edited after it was applied:\n\n"
				: scripts.size() + " scripts were edited after they were applied:\n\n")
				+ scripts.stream()
					.map((script) -> "    " + script.revision().id() + " (" + script.location() + ")")
					.collect(Collectors.joining("\n"));
	}

	/**
	 * The revisions whose scripts were edited.
	 * @return their ids
	 */
	public List<String> revisions() {
		return this.revisions;
	}

}
