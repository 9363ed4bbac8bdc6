package dev.migrator.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.script.ScriptBody;
import dev.migrator.script.SeedScript;

/**
 * Runs seed scripts on a session that holds the lock, each in a transaction of its own.
 * What can be refused is refused before the first.
 */
public final class SeedRunner {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final RunFrame frame;

	/**
	 * Creates a runner.
	 * @param settings how to run
	 * @param observers takes a second connection, from which to see whom the first waits
	 * for; nothing is missing but that where there is none
	 */
	public SeedRunner(ExecutionSettings settings, Supplier<ServerConnection> observers) {
		this.frame = new RunFrame(settings, observers, new Progress(List.of(), ProgressPace.DEFAULT));
	}

	/**
	 * Runs scripts.
	 * @param connection the session, which holds the lock
	 * @param scripts the scripts, in order
	 * @param before the state of the database, read under the lock
	 * @return what was run
	 * @throws PlanRefusedException if something in a script cannot be run as it is
	 * written
	 * @throws ScriptFailedException if a script fails; those before it are kept
	 * @throws RunStoppedException if the process shuts down or the thread is interrupted
	 */
	public List<Seeded> run(ServerConnection connection, List<SeedScript> scripts, DatabaseState before) {
		SeedCheck.of(scripts);
		List<Seeded> seeded = new ArrayList<>();
		this.frame.run(connection, before, (run) -> {
			TablePreparation.prepare(run);
			scripts.forEach((script) -> seeded.add(run(run, script)));
		});
		return List.copyOf(seeded);
	}

	private static Seeded run(Run run, SeedScript script) {
		logger.info("Running seed " + script.path());
		long start = System.nanoTime();
		ScriptBody body = script.body();
		try {
			run(run, script, body);
		}
		catch (OutOfMemoryError ex) {
			throw LargestStatement.failed(ScriptTitle.of(script), body,
					"Nothing of this seed script was kept; those before it were.", ex);
		}
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		logger.info("Finished seed %s in %s".formatted(script.path(), StepDescription.time(duration)));
		return new Seeded(script.path(), duration);
	}

	private static void run(Run run, SeedScript script, ScriptBody body) {
		Survey survey = Survey.of(body);
		run.retry().run(() -> new SeedTransaction(run, script, body, survey).run());
		if (survey.leavesTraces()) {
			run.leftovers().clear(run.connection());
		}
	}

}
