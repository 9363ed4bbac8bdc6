package dev.migrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.execution.DatabaseState;
import dev.migrator.execution.HistoryReader;
import dev.migrator.execution.Trace;
import dev.migrator.script.Checksum;
import dev.migrator.script.RevisionScripts;
import dev.migrator.script.Script;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Compares what is applied with the scripts that there are.
 */
final class AppliedScriptCheck {

	private static final Log logger = LogFactory.getLog("dev.migrator");

	private final OnChangedScript onChangedScript;

	private final OnUnknownRevision onUnknownRevision;

	AppliedScriptCheck(OnChangedScript onChangedScript, OnUnknownRevision onUnknownRevision) {
		this.onChangedScript = onChangedScript;
		this.onUnknownRevision = onUnknownRevision;
	}

	/**
	 * Checks all, as the policies say.
	 * @return {@code false} if there is an unknown row that is only to be warned of: what
	 * is applied cannot be known then, and nothing is to be migrated
	 */
	boolean passes(ServerConnection connection, DatabaseState state, RevisionScripts scripts) {
		if (this.onUnknownRevision == OnUnknownRevision.WARN) {
			List<String> unknown = unknownRows(state, scripts);
			if (!unknown.isEmpty()) {
				logger.warn("No script of this application knows the version rows %s of %s. Nothing is migrated."
					.formatted(String.join(", ", unknown), state.tables().version()));
				return false;
			}
		}
		rowsAreKnown(connection, state, scripts);
		scriptsAreUnchanged(state, scripts);
		return true;
	}

	void rowsAreKnown(ServerConnection connection, DatabaseState state, RevisionScripts scripts) {
		List<String> unknown = unknownRows(state, scripts);
		if (!unknown.isEmpty()) {
			throw new UnknownVersionRowException(unknown, HistoryReader.read(connection, state), state.tables(),
					scripts);
		}
	}

	static List<String> unknownRows(DatabaseState state, RevisionScripts scripts) {
		return state.rows().stream().filter((row) -> !scripts.scripts().containsKey(row)).toList();
	}

	private void scriptsAreUnchanged(DatabaseState state, RevisionScripts scripts) {
		if (this.onChangedScript == OnChangedScript.IGNORE) {
			return;
		}
		List<Script> changed = changed(state, scripts);
		if (changed.isEmpty()) {
			return;
		}
		if (this.onChangedScript == OnChangedScript.FAIL) {
			throw new ChangedScriptException(changed);
		}
		logger.warn(ChangedScriptException.describe(changed));
	}

	private static List<Script> changed(DatabaseState state, RevisionScripts scripts) {
		List<Script> changed = new ArrayList<>();
		Set<String> applied = scripts.graph().applied(state.rows());
		for (Trace trace : state.traces().values()) {
			Script script = scripts.scripts().get(trace.revision());
			if (script != null && applied.contains(trace.revision()) && changed(trace, script)) {
				changed.add(script);
			}
		}
		return changed;
	}

	/**
	 * A checksum that was made in another way says nothing.
	 */
	static boolean changed(Trace trace, Script script) {
		Checksum checksum = script.checksum();
		return trace.finished() && checksum != null && trace.checksum() != null
				&& trace.checksumVersion() == checksum.version() && !checksum.value().equals(trace.checksum());
	}

}
