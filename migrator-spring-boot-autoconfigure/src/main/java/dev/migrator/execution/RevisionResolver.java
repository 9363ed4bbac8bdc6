package dev.migrator.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.script.RevisionScripts;
import dev.migrator.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a person decided about a revision: its version row, and a history row
 * that ends what an interrupted run had begun. Runs nothing of it.
 */
public final class RevisionResolver {

	private final RevisionScripts scripts;

	private final @Nullable String application;

	/**
	 * Creates a resolver.
	 * @param scripts the scripts
	 * @param application name of the application for the history, if it has one
	 */
	public RevisionResolver(RevisionScripts scripts, @Nullable String application) {
		this.scripts = scripts;
		this.application = application;
	}

	/**
	 * Resolves a revision.
	 * @param connection the session, which holds the lock
	 * @param state the state of the database, read under the lock
	 * @param revision the revision
	 * @param resolution what was decided
	 * @return the version rows afterwards
	 * @throws PlanRefusedException if it did not stop half-way, or if what stands below
	 * it is not applied, or what stands on it is
	 */
	public List<String> resolve(ServerConnection connection, DatabaseState state, Revision revision,
			Resolution resolution) {
		List<String> rows = rows(state, revision, resolution);
		write(connection, state, revision, resolution, rows);
		return rows;
	}

	/**
	 * The version rows that the decision leads to.
	 */
	List<String> rows(DatabaseState state, Revision revision, Resolution resolution) {
		RevisionGraph graph = this.scripts.graph();
		Set<String> applied = new TreeSet<>(graph.applied(state.rows()));
		Trace trace = state.traces().get(revision.id());
		if (trace == null || trace.finished()) {
			throw PlanRefusedException.notHalfDone(revision, applied.contains(revision.id()));
		}
		if (resolution == Resolution.APPLIED) {
			requireBelow(graph, applied, revision);
			applied.add(revision.id());
		}
		else {
			applied.remove(revision.id());
			requireNothingAbove(graph, applied, revision);
		}
		return graph.versionRows(applied);
	}

	/**
	 * What a revision needs is what its own application would bring along.
	 */
	private static void requireBelow(RevisionGraph graph, Set<String> applied, Revision revision) {
		Set<String> missing = new TreeSet<>(graph.applied(List.of(revision.id())));
		missing.removeAll(applied);
		missing.remove(revision.id());
		if (!missing.isEmpty()) {
			throw PlanRefusedException.notAppliedBelow(revision, missing);
		}
	}

	private static void requireNothingAbove(RevisionGraph graph, Set<String> applied, Revision revision) {
		Set<String> above = new TreeSet<>(graph.above(revision.id()));
		above.retainAll(applied);
		if (!above.isEmpty()) {
			throw PlanRefusedException.appliedAbove(revision, above);
		}
	}

	private void write(ServerConnection connection, DatabaseState state, Revision revision, Resolution resolution,
			List<String> rows) {
		List<String> removed = new ArrayList<>(state.rows());
		removed.removeAll(rows);
		List<String> added = new ArrayList<>(rows);
		added.removeAll(state.rows());
		Script script = this.scripts.scripts().get(revision.id());
		HistoryTable history = new HistoryTable(state.tables(), this.application);
		String recorded = (resolution == Resolution.APPLIED) ? history.stamped(revision.id(), script)
				: history.undone(revision.id(), script);
		try {
			connection.send("BEGIN;" + VersionRows.change(state.tables(), removed, added) + recorded + "COMMIT");
		}
		catch (SqlFailure ex) {
			throw VersionRows.conflictOr(ex, revision.id(), "was not resolved", state.tables(), state.rows());
		}
		finally {
			connection.endTransaction();
		}
	}

}
