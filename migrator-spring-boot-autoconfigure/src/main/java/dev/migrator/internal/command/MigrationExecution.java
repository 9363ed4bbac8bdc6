package dev.migrator.internal.command;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.migrator.execution.DryRun;
import dev.migrator.execution.HalfWay;
import dev.migrator.execution.HalfWayException;
import dev.migrator.execution.Resolution;
import dev.migrator.internal.execution.run.AcceptedScripts;
import dev.migrator.internal.execution.run.PlanRunner;
import dev.migrator.internal.execution.run.RevisionResolver;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.statement.HalfWayScript;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.result.MigrationResult;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * Runs plans. If there is nothing to do, this costs one query and no lock.
 */
public final class MigrationExecution {

	/** A log of its own, for callers that show results themselves. */
	private static final LineLog results = new LineLog("dev.migrator.result");

	private final Database database;

	private final Supplier<RevisionScripts> scripts;

	private final Supplier<PlanRunner> runner;

	public MigrationExecution(Database database, Supplier<RevisionScripts> scripts, Supplier<PlanRunner> runner) {
		this.database = database;
		this.scripts = scripts;
		this.runner = runner;
	}

	/**
	 * Upgrades, without reading the history entries that say what the scripts say if
	 * nothing is pending.
	 * @param noRevisions warns if there are none
	 */
	public MigrationResult upgrade(PlanMaker planMaker, NoRevisions noRevisions) {
		try (ReadAhead reading = new ReadAhead(this.scripts); DatabaseSession session = reading.open(this.database)) {
			noRevisions.warn();
			return migrate(session, session.changedState(this.scripts.get()), planMaker);
		}
	}

	public MigrationResult migrate(PlanMaker planMaker) {
		try (DatabaseSession session = this.database.open()) {
			return migrate(session, session.state(), planMaker);
		}
	}

	private MigrationResult migrate(DatabaseSession session, DatabaseState state, PlanMaker planMaker) {
		Stopwatch watch = new Stopwatch();
		Plan plan = planUnlessRunning(state, planMaker);
		if (plan == null || !plan.isEmpty()) {
			plan = runUnderLock(session, state, planMaker, watch);
		}
		Duration duration = watch.taken();
		String summary = CurrentState.afterwards(plan, this.scripts.get().graph(), duration);
		results.info(summary);
		return new MigrationResult(plan.from(), plan.to(), plan.steps(), duration, summary);
	}

	/**
	 * Waits for the lock and runs the plan. While another migrator holds the lock, it may
	 * do all the work.
	 */
	private Plan runUnderLock(DatabaseSession session, DatabaseState first, PlanMaker planMaker, Stopwatch watch) {
		try (LockedDatabase locked = session.waitForLock(first)) {
			while (!locked.tryLock()) {
				DatabaseState now = locked.stateWhileWaiting();
				Plan left = (now != null) ? planUnlessRunning(now, planMaker) : null;
				if (left != null && left.isEmpty()) {
					return left;
				}
			}
			DatabaseState state = locked.state();
			watch.restart();
			Plan plan = planMaker.plan(state);
			if (!plan.isEmpty()) {
				this.runner.get().runPlan(locked.connection(), plan, state);
			}
			return plan;
		}
	}

	/**
	 * Makes the plan, unless a revision that looks half-way may be running at this
	 * moment: it may be done when the lock is free.
	 * @return the plan, or {@code null} to wait for that revision
	 */
	private static @Nullable Plan planUnlessRunning(DatabaseState state, PlanMaker planMaker) {
		try {
			return planMaker.plan(state);
		}
		catch (HalfWayException ex) {
			if (ex.revisions().stream().anyMatch(HalfWay::running)) {
				return null;
			}
			throw ex;
		}
	}

	public DryRun tryOut(PlanMaker planMaker) {
		try (DatabaseSession session = this.database.open(); LockedDatabase locked = session.lock()) {
			DatabaseState state = locked.state();
			Plan plan = planMaker.plan(state);
			return plan.isEmpty() ? new DryRun(plan.from(), plan.to(), List.of(), List.of())
					: this.runner.get().tryOut(locked.connection(), plan, state);
		}
	}

	/**
	 * Records what became of a revision that stopped half-way.
	 * @param plans checks whether the applied revisions are known
	 */
	public MigrationResult resolve(Revision revision, Resolution resolution, Plans plans) {
		try (DatabaseSession session = this.database.open(); LockedDatabase locked = session.lock()) {
			DatabaseState state = locked.state();
			Stopwatch watch = new Stopwatch();
			plans.rowsAreKnown(state);
			List<String> rows = resolver().resolve(locked.connection(), state, revision, resolution);
			return resolved(state, rows, watch,
					CurrentState.afterResolving(revision, resolution, rows, this.scripts.get().graph()));
		}
	}

	/**
	 * Records how many statements of the revision are done.
	 */
	public MigrationResult resolve(Revision revision, int done, Plans plans) {
		try (DatabaseSession session = this.database.open(); LockedDatabase locked = session.lock()) {
			DatabaseState state = locked.state();
			Stopwatch watch = new Stopwatch();
			plans.rowsAreKnown(state);
			HalfWay halfWay = resolver().resolve(locked.connection(), state, revision, done);
			return resolved(state, state.rows(), watch, CurrentState.afterResolving(halfWay));
		}
	}

	/**
	 * Accepts scripts as they are now, without a change of the version rows.
	 * @param plans checks whether the applied revisions are known
	 */
	public MigrationResult accept(List<Revision> revisions, Plans plans) {
		try (DatabaseSession session = this.database.open(); LockedDatabase locked = session.lock()) {
			DatabaseState state = locked.state();
			Stopwatch watch = new Stopwatch();
			plans.rowsAreKnown(state);
			List<String> accepted = new AcceptedScripts(this.scripts.get(), this.database.settings(),
					this.database::connect)
				.accept(locked.connection(), state, revisions);
			String summary = CurrentState.afterAccepting(accepted, state.rows(), this.scripts.get().graph());
			results.info(summary);
			List<Step> steps = accepted.isEmpty() ? List.of()
					: List.of(new Step(Direction.STAMP, null, List.of(), List.of(), accepted));
			return new MigrationResult(state.rows(), state.rows(), steps, watch.taken(), summary);
		}
	}

	private RevisionResolver resolver() {
		return new RevisionResolver(this.scripts.get(), this.database.settings(), this.database::connect);
	}

	private static MigrationResult resolved(DatabaseState state, List<String> rows, Stopwatch watch, String summary) {
		results.info(summary);
		return new MigrationResult(state.rows(), rows, List.of(), watch.taken(), summary);
	}

	/**
	 * Returns the statements of a revision that stopped half-way.
	 */
	public HalfWayScript halfWay(Revision revision) {
		return resolver().script(this.database.stateOf(revision.id()), revision);
	}

}
