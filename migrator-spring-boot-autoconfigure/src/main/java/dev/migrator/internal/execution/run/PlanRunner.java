package dev.migrator.internal.execution.run;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.migrator.execution.DryRun;
import dev.migrator.execution.ProgressPace;
import dev.migrator.execution.RunStoppedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.StepListener;
import dev.migrator.execution.VersionRowConflictException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.inspection.UncommittedEnumValues;
import dev.migrator.internal.execution.lock.LockRetry;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.statement.LargestStatement;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.internal.execution.watch.Progress;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Step;

/**
 * Runs a plan on a session that holds the lock: step by step, in the plan's order.
 * Refuses what can be refused before the first step.
 */
public final class PlanRunner {

	private final RevisionScripts scripts;

	private final ExecutionSettings settings;

	private final List<StepListener> listeners;

	private final RunSession.Context context;

	private final Progress progress;

	/**
	 * Creates a runner.
	 * @param scripts the scripts
	 * @param settings the settings of the run
	 * @param listeners the listeners of each step
	 * @param pace the intervals of progress reports
	 * @param observers takes a second connection, which finds the sessions that the first
	 * waits for and what the server is doing; optional
	 */
	public PlanRunner(RevisionScripts scripts, ExecutionSettings settings, List<StepListener> listeners,
			ProgressPace pace, Supplier<ServerConnection> observers) {
		this(scripts, settings, listeners, pace, observers, new LineLog("dev.migrator"));
	}

	private PlanRunner(RevisionScripts scripts, ExecutionSettings settings, List<StepListener> listeners,
			ProgressPace pace, Supplier<ServerConnection> observers, LineLog log) {
		this.scripts = scripts;
		this.settings = settings;
		this.listeners = List.copyOf(listeners);
		this.progress = new Progress(this.listeners, pace);
		this.context = new RunSession.Context(settings, observers, this.progress, log);
	}

	/**
	 * Creates a runner for a scratch database. Nobody is told of its steps.
	 * @param scripts the scripts
	 * @param settings the settings of the run
	 * @param observers takes a second connection
	 * @return the runner
	 */
	public static PlanRunner ofScratch(RevisionScripts scripts, ExecutionSettings settings,
			Supplier<ServerConnection> observers) {
		return new PlanRunner(scripts, settings, List.of(), ProgressPace.DEFAULT, observers,
				LineLog.aside("dev.migrator.scratch"));
	}

	/**
	 * Runs a plan.
	 * @param connection the session, which holds the lock
	 * @param plan the plan, made from the state
	 * @param before the state of the database, read under the lock
	 * @throws ScriptFailedException if a revision fails; with a transaction for each
	 * revision, the revisions before it are kept
	 * @throws VersionRowConflictException if somebody else changes the version rows
	 * @throws RunStoppedException if the process shuts down or the thread is interrupted
	 */
	public void runPlan(ServerConnection connection, Plan plan, DatabaseState before) {
		PlanCheck.of(plan, this.scripts, this.settings, before.lastEntries());
		Run run = Run.open(connection, before, this.context);
		try (run) {
			OlderHistory.complete(run);
			if (run.single()) {
				runInOneTransaction(run, plan.steps());
			}
			else {
				prepareTables(run, plan.steps());
				runSteps(run, plan.steps());
			}
		}
		catch (ScriptFailedException ex) {
			throw run.explained(ex);
		}
	}

	private void runInOneTransaction(Run run, List<Step> steps) {
		LockRetry retry = run.retry();
		while (retry.goesOn()) {
			try (WholeRun whole = WholeRun.begin(run)) {
				prepareTables(run, steps);
				runSteps(run, steps);
				whole.commit();
				retry.succeeded();
			}
			catch (ScriptFailedException ex) {
				retry.failed(ex);
			}
		}
	}

	private void prepareTables(Run run, List<Step> steps) {
		if (run.isTrial()) {
			OlderHistory.completeInTransaction(run);
		}
		run.createMissingTables();
		PlanCheck.idsFit(run, steps);
	}

	private void runSteps(Run run, List<Step> steps) {
		int number = 0;
		for (Step step : steps) {
			number++;
			this.listeners.forEach((listener) -> listener.beforeStep(step));
			this.context.log().info(StepDescription.running(step, number, steps.size()));
			this.progress.begin(step, number, steps.size());
			Duration duration = runStep(run, step);
			this.progress.end();
			this.context.log().info(StepDescription.done(step, duration));
			this.listeners.forEach((listener) -> listener.afterStep(step, duration));
		}
	}

	/**
	 * Runs a step, and returns how long it took.
	 */
	private Duration runStep(Run run, Step step) {
		long start = System.nanoTime();
		if (step.revision() == null) {
			new Stamp(run, this.scripts).run(step);
		}
		else {
			runRevision(run, step, this.scripts.script(step.revision()));
		}
		run.done(step);
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private void runRevision(Run run, Step step, Script script) {
		ScriptBody body = script.body(step.direction());
		try {
			RevisionSummary summary = RevisionSummary.of(body);
			if (!script.transactional()) {
				new NonTransactionalRevision(run, this.scripts.graph(), step.direction(), script, body, summary)
					.run(step);
			}
			else if (run.single()) {
				new TransactionalRevision(run, script, body, summary).run(step);
			}
			else {
				LockRetry retry = run.retry();
				while (retry.goesOn()) {
					try {
						new TransactionalRevision(run, script, body, summary).run(step);
						retry.succeeded();
					}
					catch (ScriptFailedException ex) {
						retry.failed(ex);
					}
				}
			}
			if (summary.leavesResources()) {
				run.resources().clear(run.connection());
			}
		}
		catch (OutOfMemoryError ex) {
			String kept = script.transactional() ? run.nothingKept(null)
					: "This revision runs without a transaction: the next start continues where it stopped.";
			throw LargestStatement.failed(ScriptTitle.of(script), body, kept, ex);
		}
	}

	/**
	 * Runs a plan in one transaction and rolls it back, as far as that is possible.
	 * Listeners are not called.
	 * @param connection the session, which holds the lock
	 * @param plan the plan, made from the state
	 * @param before the state of the database, read under the lock
	 * @return the steps that were tried, and those that were not
	 * @throws ScriptFailedException if a revision fails
	 */
	public DryRun tryOut(ServerConnection connection, Plan plan, DatabaseState before) {
		PlanCheck.of(plan, this.scripts, this.settings, before.lastEntries());
		List<Step> steps = plan.steps().stream().takeWhile(this::transactional).toList();
		TriedSteps attempts = new TriedSteps(plan);
		Run run = DryRunExecution.open(connection, before, this.context);
		try (run) {
			LockRetry retry = run.retry();
			while (retry.goesOn()) {
				attempts.begin();
				try (WholeRun whole = WholeRun.begin(run)) {
					prepareTables(run, steps);
					tryEach(run, steps, attempts);
					whole.rollback();
					retry.succeeded();
				}
				catch (ScriptFailedException ex) {
					retry.failed(ex);
				}
			}
			return attempts.result();
		}
		catch (ScriptFailedException ex) {
			throw run.explained(ex);
		}
	}

	private boolean transactional(Step step) {
		return step.revision() == null || this.scripts.script(step.revision()).transactional();
	}

	/**
	 * Tries each step. A value that an earlier revision has added to an enum can be used
	 * only after a commit, and here nothing is committed.
	 */
	private void tryEach(Run run, List<Step> steps, TriedSteps attempts) {
		for (int i = 0; i < steps.size() && !attempts.stopped(); i++) {
			this.context.log().info(StepDescription.trying(steps.get(i), i + 1, steps.size()));
			UncommittedEnumValues added = UncommittedEnumValues.of(run.connection());
			try {
				attempts.add(new DryRun.Tried(steps.get(i), runStep(run, steps.get(i))));
			}
			catch (ScriptFailedException ex) {
				ServerError error = ex.error();
				if (run.allOrNothing() || error == null || !added.refused(error)) {
					throw ex;
				}
				attempts.stop("It needs the steps before it to be committed: %s.".formatted(error.message()));
			}
		}
	}

}
