package dev.migrator.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.result.ChangedScript;
import dev.migrator.result.ChangedScriptException;
import dev.migrator.result.OnChangedScript;
import dev.migrator.result.OnUnknownRevision;
import dev.migrator.result.UnknownVersionRowException;

/**
 * Compares the applied revisions with the scripts.
 */
public final class AppliedScriptCheck {

	private final OnChangedScript onChangedScript;

	private final OnUnknownRevision onUnknownRevision;

	public AppliedScriptCheck(OnChangedScript onChangedScript, OnUnknownRevision onUnknownRevision) {
		this.onChangedScript = onChangedScript;
		this.onUnknownRevision = onUnknownRevision;
	}

	/**
	 * Checks everything, according to the configured reactions.
	 * @return the warnings, and whether anything may be migrated
	 */
	Findings check(DatabaseState state, RevisionScripts scripts) {
		List<String> unknown = unknown(state, scripts);
		if (!unknown.isEmpty() && this.onUnknownRevision == OnUnknownRevision.WARN) {
			return new Findings(false,
					List.of("The version rows %s of %s have no script in this application. Nothing is migrated."
						.formatted(String.join(", ", unknown), state.tables().version())));
		}
		rowsAreKnown(state, scripts);
		return new Findings(true, changedScripts(state, scripts));
	}

	void rowsAreKnown(DatabaseState state, RevisionScripts scripts) {
		List<String> unknown = unknown(state, scripts);
		if (!unknown.isEmpty()) {
			throw new UnknownVersionRowException(unknown, state, scripts);
		}
	}

	/**
	 * Returns the revisions of the database that have no script: version rows, and
	 * half-way revisions. An entry of the first layout without a script belongs to
	 * another version table.
	 */
	public static List<String> unknown(DatabaseState state, RevisionScripts scripts) {
		return Stream
			.concat(state.rows().stream(), state.unfinished().stream().filter(LastEntry::ours).map(LastEntry::revision))
			.filter((revision) -> !scripts.scripts().containsKey(revision))
			.distinct()
			.toList();
	}

	private List<String> changedScripts(DatabaseState state, RevisionScripts scripts) {
		if (this.onChangedScript == OnChangedScript.IGNORE) {
			return List.of();
		}
		List<ChangedScript> changed = changed(state, scripts);
		if (!changed.isEmpty() && this.onChangedScript == OnChangedScript.FAIL) {
			throw new ChangedScriptException(changed);
		}
		return changed.isEmpty() ? List.of() : List.of(ChangedScript.describeInLine(changed));
	}

	/**
	 * Returns the scripts that were edited after they were applied.
	 */
	public static List<ChangedScript> changed(DatabaseState state, RevisionScripts scripts) {
		List<ChangedScript> changed = new ArrayList<>();
		Set<String> applied = scripts.graph().applied(state.rows());
		for (LastEntry entry : state.lastEntries().values()) {
			Script script = scripts.scripts().get(entry.revision());
			if (script != null && applied.contains(entry.revision()) && entry.differsFrom(script)) {
				changed.add(new ChangedScript(script, entry));
			}
		}
		return changed;
	}

	/**
	 * The result of the check.
	 *
	 * @param migratable {@code false} if an unknown revision is only warned of: the
	 * applied revisions are not known then, and nothing may be migrated
	 * @param warnings the warnings
	 */
	record Findings(boolean migratable, List<String> warnings) {

	}

}
