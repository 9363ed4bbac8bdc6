package dev.migrator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.execution.Applied;
import dev.migrator.execution.DatabaseState;
import dev.migrator.execution.HistoryReader;
import dev.migrator.execution.Trace;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.script.RevisionScripts;
import dev.migrator.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * Puts the state of a database and the scripts beside each other.
 */
final class StatusReader {

	private final RevisionScripts scripts;

	private final DatabaseState state;

	private final Map<String, Applied> history;

	private final List<String> unknown;

	private final Set<String> applied;

	StatusReader(ServerConnection connection, RevisionScripts scripts, DatabaseState state) {
		this.scripts = scripts;
		this.state = state;
		this.history = HistoryReader.read(connection, state);
		this.unknown = AppliedScriptCheck.unknown(state, scripts);
		this.applied = scripts.graph().applied(knownToBeApplied());
	}

	/**
	 * What stands below a row that no script knows, the history knows.
	 */
	private List<String> knownToBeApplied() {
		if (this.state.rows().stream().noneMatch(this.unknown::contains)) {
			return this.state.rows();
		}
		return Stream
			.concat(this.state.rows().stream(),
					this.state.traces().values().stream().filter(Trace::finished).map(Trace::revision))
			.filter(this.scripts.scripts()::containsKey)
			.distinct()
			.toList();
	}

	MigrationStatus read() {
		RevisionGraph graph = this.scripts.graph();
		List<RevisionStatus> revisions = new ArrayList<>();
		List<String> pending = new ArrayList<>();
		for (Revision revision : graph.revisions()) {
			RevisionStatus status = status(revision);
			revisions.add(status);
			if (this.unknown.isEmpty() && !this.applied.contains(revision.id())) {
				pending.add(revision.id());
			}
		}
		this.unknown.forEach((row) -> revisions.add(unknown(row)));
		Collections.reverse(revisions);
		return new MigrationStatus(this.state.rows(), graph.heads(), pending, graph.branchPoints(), revisions);
	}

	RevisionStatus status(Revision revision) {
		Script script = this.scripts.script(revision);
		Trace trace = this.state.traces().get(revision.id());
		RevisionState where = where(script, trace);
		boolean pending = where == RevisionState.PENDING;
		return status(revision, script, where, pending ? null : this.history.get(revision.id()));
	}

	private RevisionState where(Script script, @Nullable Trace trace) {
		if (trace != null && !trace.finished()) {
			return RevisionState.PARTIAL;
		}
		if (!this.applied.contains(script.revision().id())) {
			return RevisionState.PENDING;
		}
		return (trace != null && trace.differsFrom(script)) ? RevisionState.CHANGED : RevisionState.APPLIED;
	}

	private RevisionStatus unknown(String row) {
		Revision revision = new Revision(row, List.of(), List.of(), List.of(), "", "");
		return status(revision, null, RevisionState.UNKNOWN, this.history.get(row));
	}

	private static RevisionStatus status(Revision revision, @Nullable Script script, RevisionState where,
			@Nullable Applied last) {
		return new RevisionStatus(revision.id(), revision.downRevisions(), revision.dependsOn(),
				revision.branchLabels(), revision.message(), (script != null) ? script.created() : null,
				(script != null) ? script.location() : null, where, (last != null) ? last.at() : null,
				(last != null) ? last.duration() : null, (last != null) ? last.by() : null);
	}

}
