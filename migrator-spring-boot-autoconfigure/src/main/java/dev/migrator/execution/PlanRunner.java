package dev.migrator.execution;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.ServerError;
import dev.migrator.dialect.UncommittedEnumValues;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;
import dev.migrator.script.RevisionScripts;
import dev.migrator.script.Script;
import dev.migrator.script.ScriptBody;

/**
 * Runs a plan on a session that holds the lock: step by step, in the plan's order. What
 * can be refused is refused before the first.
 */
public final class PlanRunner {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final RevisionScripts scripts;

	private final ExecutionSettings settings;

	private final List<StepListener> listeners;

	private final RunFrame frame;

	private final Progress progress;

	/**
	 * Creates a runner.
	 * @param scripts the scripts
	 * @param settings how to run
	 * @param listeners who is told of each step
	 * @param pace when to say what the server is doing
	 * @param observers takes a second connection, from which to see whom the first waits
	 * for and what the server is doing; nothing is missing but that where there is none
	 */
	public PlanRunner(RevisionScripts scripts, ExecutionSettings settings, List<StepListener> listeners,
			ProgressPace pace, Supplier<ServerConnection> observers) {
		this.scripts = scripts;
		this.settings = settings;
		this.listeners = List.copyOf(listeners);
		this.progress = new Progress(this.listeners, pace);
		this.frame = new RunFrame(settings, observers, this.progress);
	}

	/**
	 * Runs a plan.
	 * @param connection the session, which holds the lock
	 * @param plan the plan, made from the state
	 * @param before the state of the database, read under the lock
	 * @throws ScriptFailedException if a revision fails; with a transaction for each
	 * revision those before it are kept
	 * @throws VersionRowConflictException if somebody else changes the version rows
	 * @throws RunStoppedException if the process shuts down or the thread is interrupted
	 */
	public void run(ServerConnection connection, Plan plan, DatabaseState before) {
		PlanCheck.of(plan, this.scripts, this.settings, before.traces());
		this.frame.run(connection, before, (run) -> run(run, plan));
	}

	private void run(Run run, Plan plan) {
		OlderHistory.complete(run);
		if (run.single()) {
			run.retry().run(() -> inOneTransaction(run, plan.steps(), "COMMIT", this::run));
		}
		else {
			prepareTables(run, plan.steps());
			eachOf(run, plan.steps(), this::run);
		}
	}

	/**
	 * Runs a plan in one transaction and rolls it back, as far as that is possible.
	 * Nobody is told of its steps.
	 * @param connection the session, which holds the lock
	 * @param plan the plan, made from the state
	 * @param before the state of the database, read under the lock
	 * @return what was tried, and what was not
	 * @throws ScriptFailedException if a revision fails
	 */
	public DryRun tryOut(ServerConnection connection, Plan plan, DatabaseState before) {
		PlanCheck.of(plan, this.scripts, this.settings, before.traces());
		List<Step> steps = plan.steps().stream().takeWhile(this::transactional).toList();
		TriedSteps attempts = new TriedSteps(plan);
		this.frame.tryOut(connection, before, (run) -> run.retry().run(() -> {
			attempts.begin();
			inOneTransaction(run, steps, "ROLLBACK", (trial, step, number, of) -> tryOut(trial, step,
					StepDescription.trying(step, number, of), attempts));
		}));
		return attempts.result();
	}

	private boolean transactional(Step step) {
		return step.revision() == null || this.scripts.script(step.revision()).transactional();
	}

	private void inOneTransaction(Run run, List<Step> steps, String end, StepRunner each) {
		run.begin();
		try {
			run.connection().send("BEGIN");
			prepareTables(run, steps);
			eachOf(run, steps, each);
			if (run.connection().inTransaction()) {
				run.connection().send(end);
			}
		}
		finally {
			run.connection().endTransaction();
		}
	}

	private void prepareTables(Run run, List<Step> steps) {
		if (run.isTrial()) {
			OlderHistory.completeInTransaction(run);
		}
		MissingTables.create(run);
		PlanCheck.idsFit(run, steps);
	}

	private static void eachOf(Run run, List<Step> steps, StepRunner each) {
		for (int i = 0; i < steps.size(); i++) {
			each.run(run, steps.get(i), i + 1, steps.size());
		}
	}

	private void run(Run run, Step step, int number, int of) {
		this.listeners.forEach((listener) -> listener.beforeStep(step));
		logger.info(StepDescription.running(step, number, of));
		this.progress.begin(step, number, of);
		Duration duration = timed(run, step);
		this.progress.end();
		logger.info(StepDescription.done(step, duration));
		this.listeners.forEach((listener) -> listener.afterStep(step, duration));
	}

	/**
	 * A value that an earlier revision has added to an enum can be used when that is
	 * committed, which here it is not.
	 */
	private void tryOut(Run run, Step step, String description, TriedSteps attempts) {
		if (attempts.stopped()) {
			return;
		}
		logger.info(description);
		UncommittedEnumValues added = UncommittedEnumValues.of(run.connection());
		try {
			attempts.add(new DryRun.Tried(step, timed(run, step)));
		}
		catch (ScriptFailedException ex) {
			ServerError error = ex.error();
			if (run.allOrNothing() || error == null || !added.refused(error)) {
				throw ex;
			}
			attempts.stop("It needs what comes before it to be committed: %s.".formatted(error.message()));
		}
	}

	private Duration timed(Run run, Step step) {
		long start = System.nanoTime();
		Revision revision = step.revision();
		if (revision == null) {
			new Stamp(run, this.scripts).run(step);
		}
		else {
			run(run, step, this.scripts.script(revision));
		}
		run.done(step);
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private void run(Run run, Step step, Script script) {
		ScriptBody body = script.body(step.direction());
		try {
			run(run, step, script, body);
		}
		catch (OutOfMemoryError ex) {
			String kept = script.transactional() ? run.nothingKept(null)
					: "This revision runs without a transaction: the next start goes on where it stopped.";
			throw LargestStatement.failed(ScriptTitle.of(script), body, kept, ex);
		}
	}

	private void run(Run run, Step step, Script script, ScriptBody body) {
		Survey survey = Survey.of(body);
		if (!script.transactional()) {
			new NonTransactionalRevision(run, this.scripts.graph(), step.direction(), script, body, survey).run(step);
		}
		else if (run.single()) {
			new TransactionalRevision(run, script, body, survey).run(step);
		}
		else {
			run.retry().run(() -> new TransactionalRevision(run, script, body, survey).run(step));
		}
		if (survey.leavesTraces()) {
			run.leftovers().clear(run.connection());
		}
	}

	private interface StepRunner {

		void run(Run run, Step step, int number, int of);

	}

}
