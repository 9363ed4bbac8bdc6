package dev.migrator.internal.execution.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.migrator.execution.HalfWay;
import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.Resolution;
import dev.migrator.execution.VersionRowConflictException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.ScriptSession;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.store.HistoryTable;
import dev.migrator.internal.dialect.store.VersionRowChange;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.execution.state.Recorded;
import dev.migrator.internal.execution.statement.DoneStatements;
import dev.migrator.internal.execution.statement.HalfWayScript;
import dev.migrator.internal.execution.statement.RevisionStatements;
import dev.migrator.internal.execution.watch.StoppableWork;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

/**
 * Records the decision of a person about a revision: its version row, and a history row
 * that ends the entry of an interrupted run. Runs nothing of the revision.
 */
public final class RevisionResolver {

	private final RevisionScripts scripts;

	private final @Nullable String application;

	private final TablePreparation tables;

	/**
	 * Creates a resolver.
	 * @param scripts the scripts
	 * @param settings the settings of the run, with the name of the application for the
	 * history
	 * @param observers takes a second connection, which finds the sessions that the first
	 * waits for; optional
	 */
	public RevisionResolver(RevisionScripts scripts, ExecutionSettings settings, Supplier<ServerConnection> observers) {
		this.scripts = scripts;
		this.application = settings.application();
		this.tables = new TablePreparation(settings, observers);
	}

	/**
	 * Resolves a revision.
	 * @param connection the session, which holds the lock
	 * @param state the state of the database, read under the lock
	 * @param revision the revision
	 * @param resolution the decision
	 * @return the version rows afterwards
	 * @throws PlanRefusedException if it did not stop half-way, or if a revision below it
	 * is not applied, or one above it is
	 */
	public List<String> resolve(ServerConnection connection, DatabaseState state, Revision revision,
			Resolution resolution) {
		List<String> rows = rows(state, revision, resolution);
		write(connection, state, revision, resolution, rows);
		return rows;
	}

	/**
	 * Records how many statements of a revision are done, so that it continues after
	 * them. The objects of the lost session count as not needed; its settings are still
	 * needed.
	 * @param connection the session, which holds the lock
	 * @param state the state of the database, read under the lock
	 * @param revision the revision
	 * @param done the number of statements that are done
	 * @return the progress of the revision now
	 * @throws PlanRefusedException if it did not stop half-way, or has fewer statements
	 */
	public HalfWay resolve(ServerConnection connection, DatabaseState state, Revision revision, int done) {
		HalfWayScript script = script(state, revision);
		if (done < 0 || done > script.statements().size()) {
			throw PlanRefusedException.notSoManyStatements(revision, done, script.statements().size());
		}
		HalfWay halfWay = script.halfWay();
		DoneStatements doneStatements = new DoneStatements();
		try (RevisionStatements statements = script.revisionStatements()) {
			doneStatements.add(statements, done);
		}
		HistoryTable history = new HistoryTable(state.tables(), this.application);
		this.tables.prepare(connection, state);
		String session = unfinished(state, revision).howFar().session();
		String sql = history.resolved(Recorded.of(script.script()), halfWay.direction(), count(script), done,
				(done > 0) ? doneStatements.hash() : null)
				+ ((session != null) ? history.session(revision.id(), ScriptSession.withoutWhatWasLost(session)) : "");
		try (StoppableWork work = new StoppableWork(connection)) {
			connection.send(sql);
		}
		return new HalfWay(halfWay.revision(), halfWay.direction(), count(script), done, false, null,
				halfWay.command());
	}

	private static int count(HalfWayScript script) {
		return script.statements().size();
	}

	/**
	 * Reads the statements of a revision that stopped half-way.
	 * @param state the state of the database
	 * @param revision the revision
	 * @return its statements in the direction in which it stopped
	 * @throws PlanRefusedException if it did not stop half-way
	 */
	public HalfWayScript script(DatabaseState state, Revision revision) {
		return HalfWayScript.of(this.scripts.script(revision),
				unfinished(state, revision).halfWay(this.scripts.graph()));
	}

	private LastEntry unfinished(DatabaseState state, Revision revision) {
		LastEntry entry = state.lastEntries().get(revision.id());
		if (entry == null || entry.finished()) {
			throw PlanRefusedException.notHalfDone(revision,
					this.scripts.graph().applied(state.rows()).contains(revision.id()));
		}
		return entry;
	}

	/**
	 * Returns the version rows that follow from the decision.
	 */
	List<String> rows(DatabaseState state, Revision revision, Resolution resolution) {
		RevisionGraph graph = this.scripts.graph();
		Set<String> applied = new TreeSet<>(graph.applied(state.rows()));
		unfinished(state, revision);
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
	 * Makes sure that the revisions that it needs are applied: the ones that an upgrade
	 * to it would apply.
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
		this.tables.prepare(connection, state);
		HistoryTable history = new HistoryTable(state.tables(), this.application);
		String recorded = (resolution == Resolution.APPLIED) ? history.stamped(Recorded.of(revision.id(), script))
				: history.undone(Recorded.of(revision.id(), script));
		try (StoppableWork work = new StoppableWork(connection)) {
			connection.send(TransactionSql.alone(VersionRowChange.sql(state.tables(), removed, added) + recorded));
		}
		catch (SqlFailure ex) {
			throw ex.error().divisionByZero() ? new VersionRowConflictException(revision.id(), "was not resolved",
					state.tables(), state.rows(), ex) : ex;
		}
		finally {
			connection.endTransaction();
		}
	}

}
