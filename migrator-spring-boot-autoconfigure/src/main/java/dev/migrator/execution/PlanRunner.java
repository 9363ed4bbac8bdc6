package dev.migrator.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;
import dev.migrator.script.RevisionScripts;
import dev.migrator.script.Script;
import dev.migrator.script.ScriptBody;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Runs a plan on a session that holds the lock: step by step, in the plan's order. What
 * can be refused is refused before the first.
 */
public final class PlanRunner {

	private static final Log logger = LogFactory.getLog("dev.migrator");

	private final RevisionScripts revisionScripts;

	private final Map<String, Script> scripts;

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
		this.revisionScripts = scripts;
		this.scripts = scripts.scripts();
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
		PlanCheck.of(plan, this.scripts, this.settings, connection.serverVersion());
		this.frame.run(connection, before, (run) -> run(run, plan));
	}

	private void run(Run run, Plan plan) {
		if (run.single()) {
			run.retry().run(() -> runInOneTransaction(run, plan));
		}
		else {
			prepareTables(run, plan);
			runSteps(run, plan);
		}
	}

	private void runInOneTransaction(Run run, Plan plan) {
		run.begin();
		try {
			run.connection().send("BEGIN");
			prepareTables(run, plan);
			runSteps(run, plan);
			run.connection().send("COMMIT");
		}
		finally {
			run.connection().endTransaction();
		}
	}

	private void prepareTables(Run run, Plan plan) {
		MissingTables.create(run, run.single());
		PlanCheck.idsFit(run, plan);
	}

	private void runSteps(Run run, Plan plan) {
		int count = plan.steps().size();
		for (int i = 0; i < count; i++) {
			run(run, plan.steps().get(i), i + 1, count);
		}
	}

	private void run(Run run, Step step, int number, int of) {
		this.listeners.forEach((listener) -> listener.beforeStep(step));
		logger.info(StepDescription.running(step, number, of));
		this.progress.begin(step, number, of);
		long start = System.nanoTime();
		Revision revision = step.revision();
		if (revision == null) {
			new Stamp(run, this.revisionScripts).run(step);
		}
		else {
			run(run, step, this.scripts.get(revision.id()));
		}
		this.progress.end();
		run.done(step);
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		logger.info(StepDescription.done(step, duration));
		this.listeners.forEach((listener) -> listener.afterStep(step, duration));
	}

	private void run(Run run, Step step, Script script) {
		ScriptBody body = script.body(step.direction());
		Survey survey = Survey.of(body);
		if (!script.transactional()) {
			new NonTransactionalRevision(run, script, body, survey).run(step);
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

}
