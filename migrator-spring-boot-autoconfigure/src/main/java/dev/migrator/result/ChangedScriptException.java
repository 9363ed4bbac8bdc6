package dev.migrator.result;

import java.util.List;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when scripts were edited after they were applied.
 */
public class ChangedScriptException extends MigratorException {

	private final List<String> revisions;

	public ChangedScriptException(List<ChangedScript> scripts) {
		super(ChangedScript.describe(scripts), advice(scripts));
		this.revisions = revisions(scripts);
	}

	private static String advice(List<ChangedScript> scripts) {
		String all = String.join(" ", revisions(scripts));
		return (scripts.size() == 1) ? """
				Restore the script and write a new revision for the change.
				If the database has what the script says now, accept it: migrator stamp --accept %s
				To continue without a decision, set migrator.on-changed-script=warn.""".formatted(all) : """
				Restore the scripts and write a new revision for the change.
				If the database has what some of them say now, accept those: migrator stamp --accept %s
				To continue without a decision, set migrator.on-changed-script=warn.""".formatted(all);
	}

	private static List<String> revisions(List<ChangedScript> scripts) {
		return scripts.stream().map(ChangedScript::revision).toList();
	}

	/**
	 * Returns the revisions with edited scripts.
	 * @return their ids
	 */
	public List<String> revisions() {
		return this.revisions;
	}

}
