package dev.migrator.internal.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.execution.HalfWay;
import dev.migrator.internal.execution.state.Applied;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.result.MigrationHealth;
import dev.migrator.result.MigrationStatus;
import dev.migrator.result.RevisionState;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

/**
 * Combines the state of a database with the scripts.
 */
public final class StatusReader {

	private final RevisionScripts scripts;

	private final DatabaseState state;

	private final List<String> unknown;

	private final Set<String> applied;

	private final ImpliedStamps implied;

	public StatusReader(RevisionScripts scripts, DatabaseState state) {
		this.scripts = scripts;
		this.state = state;
		this.unknown = AppliedScriptCheck.unknown(state, scripts);
		this.applied = scripts.graph().applied(knownToBeApplied());
		this.implied = new ImpliedStamps(scripts.graph(), state);
	}

	/**
	 * Returns the revisions that the history knows as applied: it knows those below a
	 * version row that has no script.
	 */
	private List<String> knownToBeApplied() {
		if (!needsHistory()) {
			return this.state.rows();
		}
		return Stream
			.concat(this.state.rows().stream(),
					this.state.lastEntries().values().stream().filter(LastEntry::finished).map(LastEntry::revision))
			.filter(this.scripts.scripts()::containsKey)
			.distinct()
			.toList();
	}

	public MigrationStatus read() {
		RevisionGraph graph = this.scripts.graph();
		List<RevisionStatus> revisions = new ArrayList<>();
		graph.revisions().forEach((revision) -> revisions.add(status(revision)));
		this.unknown.forEach((row) -> revisions.add(unknown(row)));
		Collections.reverse(revisions);
		return new MigrationStatus(halfWay(), this.state.rows(), graph.heads(), pending(), graph.branchPoints(),
				revisions);
	}

	/**
	 * Returns whether the whole history may know more about a revision than its own
	 * entry.
	 */
	public boolean needsHistory(Revision revision) {
		return needsHistory() || (this.applied.contains(revision.id()) && this.state.lastEntries().isEmpty());
	}

	public MigrationHealth health() {
		return new MigrationHealth(this.state.rows(), this.scripts.graph().heads(), pending(), ownHalfWay());
	}

	private List<HalfWay> halfWay() {
		return this.state.halfWay(this.scripts.graph());
	}

	/**
	 * Returns the half-way revisions without those that have no script: another version
	 * of the application may be running one, and this does not affect the health of this
	 * version.
	 */
	private List<HalfWay> ownHalfWay() {
		return halfWay().stream().filter((halfWay) -> this.scripts.scripts().containsKey(halfWay.revision())).toList();
	}

	/**
	 * Returns whether a version row has no script: then only the whole history knows what
	 * is applied.
	 */
	private boolean needsHistory() {
		return this.state.rows().stream().anyMatch(this.unknown::contains);
	}

	private List<String> pending() {
		return this.unknown.isEmpty() ? this.scripts.graph()
			.revisions()
			.stream()
			.map(Revision::id)
			.filter((id) -> !this.applied.contains(id))
			.toList() : List.of();
	}

	public RevisionStatus status(Revision revision) {
		Script script = this.scripts.script(revision);
		LastEntry entry = this.state.lastEntries().get(revision.id());
		RevisionState where = where(script, entry);
		return status(revision, script, where, (where != RevisionState.PENDING) ? entry : null);
	}

	private RevisionState where(Script script, @Nullable LastEntry entry) {
		if (entry != null && !entry.finished()) {
			return RevisionState.PARTIAL;
		}
		if (!this.applied.contains(script.revision().id())) {
			return RevisionState.PENDING;
		}
		return (entry != null && entry.differsFrom(script)) ? RevisionState.CHANGED : RevisionState.APPLIED;
	}

	private RevisionStatus unknown(String row) {
		Revision revision = new Revision(row, List.of(), List.of(), List.of(), "", "");
		return status(revision, null, RevisionState.UNKNOWN, this.state.lastEntries().get(row));
	}

	/**
	 * Returns the status of a revision. If its downgrade is half-way, the time at which
	 * it was applied is not known.
	 */
	private RevisionStatus status(Revision revision, @Nullable Script script, RevisionState where,
			@Nullable LastEntry entry) {
		LastEntry done = (entry != null) ? entry : (where == RevisionState.APPLIED) ? this.implied.of(revision) : null;
		Applied last = (done != null && !done.halfDowngraded()) ? done.applied() : null;
		HalfWay halfWay = (entry != null && !entry.finished()) ? entry.halfWay(this.scripts.graph()) : null;
		return new RevisionStatus(revision.id(), revision.downRevisions(), revision.dependsOn(),
				revision.branchLabels(), revision.message(), (script != null) ? script.wholeMessage() : "",
				(script != null) ? script.created() : null, (script != null) ? script.location() : null, where, halfWay,
				(last != null) ? last.at() : null, (last != null) ? last.duration() : null,
				(last != null) ? last.by() : null,
				(done != null && last != null) ? (done.stamped() ? Direction.STAMP : Direction.UPGRADE) : null);
	}

}
