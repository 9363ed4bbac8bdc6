package dev.migrator.internal.execution.seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.RunStoppedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.Seeded;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.execution.lock.LockRetry;
import dev.migrator.internal.execution.run.Run;
import dev.migrator.internal.execution.run.RunSession;
import dev.migrator.internal.execution.run.TablePreparation;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.statement.LargestStatement;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.internal.script.SeedScript;

/**
 * Runs seed scripts on a session that holds the lock, each in a transaction of its own.
 * Refuses what can be refused before the first script runs.
 */
public final class SeedRunner {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final RunSession.Context context;

	/**
	 * Creates a runner.
	 * @param settings the settings of the run
	 * @param observers takes a second connection, which finds the sessions that the first
	 * waits for; optional
	 */
	public SeedRunner(ExecutionSettings settings, Supplier<ServerConnection> observers) {
		this.context = RunSession.Context.of(settings, observers);
	}

	/**
	 * Runs scripts.
	 * @param connection the session, which holds the lock
	 * @param scripts the scripts, in order
	 * @param before the state of the database, read under the lock
	 * @return the scripts that were run
	 * @throws PlanRefusedException if something in a script cannot be run as it is
	 * written
	 * @throws ScriptFailedException if a script fails; the scripts before it are kept
	 * @throws RunStoppedException if the process shuts down or the thread is interrupted
	 */
	public List<Seeded> runSeeds(ServerConnection connection, List<SeedScript> scripts, DatabaseState before) {
		SeedCheck.of(scripts);
		List<Seeded> seeded = new ArrayList<>();
		Run run = Run.open(connection, before, this.context);
		try (run) {
			TablePreparation.prepareIn(run);
			for (SeedScript script : scripts) {
				seeded.add(runScript(run, script));
			}
			return List.copyOf(seeded);
		}
		catch (ScriptFailedException ex) {
			throw run.explained(ex);
		}
	}

	private static Seeded runScript(Run run, SeedScript script) {
		logger.info("Running seed " + script.path());
		long start = System.nanoTime();
		ScriptBody body = script.body();
		try {
			RevisionSummary summary = RevisionSummary.of(body);
			LockRetry retry = run.retry();
			while (retry.goesOn()) {
				try {
					new SeedTransaction(run, script, body, summary).run();
					retry.succeeded();
				}
				catch (ScriptFailedException ex) {
					retry.failed(ex);
				}
			}
			if (summary.leavesResources()) {
				run.resources().clear(run.connection());
			}
		}
		catch (OutOfMemoryError ex) {
			throw LargestStatement.failed(ScriptTitle.of(script), body,
					"Nothing of this seed script was kept; those before it were.", ex);
		}
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		logger.info("Finished seed %s in %s".formatted(script.path(), StepDescription.time(duration)));
		return new Seeded(script.path(), duration);
	}

}
