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
 * Compares what is applied with the scripts that there are.
 */
public final class AppliedScriptCheck {

	private final OnChangedScript onChangedScript;

	private final OnUnknownRevision onUnknownRevision;

	public AppliedScriptCheck(OnChangedScript onChangedScript, OnUnknownRevision onUnknownRevision) {
		this.onChangedScript = onChangedScript;
		this.onUnknownRevision = onUnknownRevision;
	}

	/**
	 * Checks all, as the policies say.
	 * @return what is to be warned of, and whether anything may be migrated
	 */
	Findings check(DatabaseState state, RevisionScripts scripts) {
		List<String> unknown = unknown(state, scripts);
		if (!unknown.isEmpty() && this.onUnknownRevision == OnUnknownRevision.WARN) {
			return new Findings(false,
					List.of("No script of this application knows the version rows %s of %s. Nothing is migrated."
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
	 * What is in the database and in no script: version rows, and revisions that stopped
	 * half-way. An entry of the first layout that no script knows belongs to another
	 * version table.
	 */
	static List<String> unknown(DatabaseState state, RevisionScripts scripts) {
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
	 * What was edited after it was applied.
	 */
	static List<ChangedScript> changed(DatabaseState state, RevisionScripts scripts) {
		List<ChangedScript> changed = new ArrayList<>();
		Set<String> applied = scripts.graph().applied(state.rows());
		for (LastEntry trace : state.traces().values()) {
			Script script = scripts.scripts().get(trace.revision());
			if (script != null && applied.contains(trace.revision()) && trace.differsFrom(script)) {
				changed.add(new ChangedScript(script, trace));
			}
		}
		return changed;
	}

	/**
	 * What was found.
	 *
	 * @param migratable {@code false} if something unknown is only to be warned of: what
	 * is applied cannot be known then, and nothing is to be migrated
	 * @param warnings what to warn of
	 */
	record Findings(boolean migratable, List<String> warnings) {

	}

}
