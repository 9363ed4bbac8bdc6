package dev.migrator.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.ServerError;
import dev.migrator.dialect.SessionLeftovers;
import dev.migrator.dialect.SessionState;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.SqlText;
import dev.migrator.revision.Direction;
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

	private static final int CREATE_ATTEMPTS = 5;

	private final RevisionScripts revisionScripts;

	private final Map<String, Script> scripts;

	private final ExecutionSettings settings;

	private final List<StepListener> listeners;

	private final Supplier<ServerConnection> observers;

	/**
	 * Creates a runner.
	 * @param scripts the scripts
	 * @param settings how to run
	 * @param listeners who is told of each step
	 * @param observers takes a second connection, from which to see whom the first waits
	 * for; nothing is missing but that where there is none
	 */
	public PlanRunner(RevisionScripts scripts, ExecutionSettings settings, List<StepListener> listeners,
			Supplier<ServerConnection> observers) {
		this.revisionScripts = scripts;
		this.scripts = scripts.scripts();
		this.settings = settings;
		this.listeners = List.copyOf(listeners);
		this.observers = observers;
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
		int process = Preflight.of(connection, before);
		connection.liftNetworkTimeout();
		SessionState session = SessionState.of(connection);
		SessionLeftovers leftovers = SessionLeftovers.before(connection);
		try (CancelOnShutdown shutdown = new CancelOnShutdown(connection);
				BlockerWatch watch = new BlockerWatch(this.observers, connection, process,
						this.settings.lockTimeout())) {
			LockRetry retry = new LockRetry(this.settings.lockRetries(), shutdown, watch);
			Run run = new Run(connection, session, leftovers, SessionLimits.of(connection, this.settings),
					this.settings, before, retry);
			run(run, plan, shutdown);
		}
		finally {
			connection.endTransaction();
			if (connection.alive()) {
				leftovers.clear(connection);
			}
		}
	}

	private void run(Run run, Plan plan, CancelOnShutdown shutdown) {
		try {
			if (run.single()) {
				run.retry().run(() -> runInOneTransaction(run, plan));
			}
			else {
				prepareTables(run, plan);
				plan.steps().forEach((step) -> run(run, step));
			}
		}
		catch (ScriptFailedException ex) {
			ServerError error = ex.error();
			if (error != null && error.cancelled()) {
				shutdown.check(ex);
			}
			throw (error != null) ? ex.withAdvice(FailureAdvice.on(error, this.settings)) : ex;
		}
	}

	private void runInOneTransaction(Run run, Plan plan) {
		run.begin();
		try {
			run.connection().send("BEGIN");
			prepareTables(run, plan);
			plan.steps().forEach((step) -> run(run, step));
			run.connection().send("COMMIT");
		}
		finally {
			run.connection().endTransaction();
		}
	}

	private void prepareTables(Run run, Plan plan) {
		if (!run.before().tablesExist()) {
			createTables(run);
		}
		PlanCheck.idsFit(run, plan);
	}

	/**
	 * Migrators with different version tables have different locks, and may share a
	 * schema and a history table that is not there yet.
	 */
	private void createTables(Run run) {
		for (int attempt = 1;; attempt++) {
			try {
				run.connection().send((run.single() ? "SAVEPOINT migrator_tables;" : "") + createSql(run));
				return;
			}
			catch (SqlFailure ex) {
				if (!ex.error().createdMeanwhile() || attempt == CREATE_ATTEMPTS) {
					throw ex;
				}
				if (run.single()) {
					run.connection().send("ROLLBACK TO SAVEPOINT migrator_tables");
				}
			}
		}
	}

	private static String createSql(Run run) {
		MigratorTables tables = run.tables();
		String schema = tables.resolvedSchema();
		// Asked first: CREATE SCHEMA IF NOT EXISTS wants the right to create one even
		// where there is nothing to create.
		boolean exists = "t".equals(run.connection()
			.query("select to_regnamespace(quote_ident(%s)) is not null".formatted(SqlText.literal(schema)))
			.get(0)
			.text(0));
		return (exists ? "" : "CREATE SCHEMA " + SqlText.identifier(schema) + ";\n") + tables.create();
	}

	private void run(Run run, Step step) {
		this.listeners.forEach((listener) -> listener.beforeStep(step));
		logger.info(StepDescription.running(step));
		long start = System.nanoTime();
		Revision revision = step.revision();
		if (revision == null) {
			new Stamp(run, this.revisionScripts).run(step);
		}
		else {
			run(run, step, this.scripts.get(revision.id()));
		}
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
