package dev.migrator;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.execution.DatabaseState;
import dev.migrator.execution.DryRun;
import dev.migrator.execution.PlanRunner;
import dev.migrator.execution.Resolution;
import dev.migrator.execution.RevisionResolver;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Revision;
import dev.migrator.script.RevisionScripts;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Runs plans: where there is nothing to do, with one question and no lock.
 */
final class Migrating {

	/** Of its own, for those who show results themselves. */
	private static final Log results = LogFactory.getLog("dev.migrator.result");

	private final Database database;

	private final Supplier<RevisionScripts> scripts;

	private final Supplier<PlanRunner> runner;

	Migrating(Database database, Supplier<RevisionScripts> scripts, Supplier<PlanRunner> runner) {
		this.database = database;
		this.scripts = scripts;
		this.runner = runner;
	}

	MigrationResult run(PlanMaker planMaker) {
		long start = System.nanoTime();
		return this.database.read((connection, state) -> {
			Plan plan = planMaker.plan(connection, state);
			if (!plan.isEmpty()) {
				plan = locked(connection, state, planMaker);
			}
			Duration duration = Duration.ofNanos(System.nanoTime() - start);
			String summary = CurrentState.afterwards(plan, this.scripts.get().graph(), duration);
			results.info(summary);
			return new MigrationResult(plan.from(), plan.to(), plan.steps(), duration, summary);
		});
	}

	private Plan locked(ServerConnection connection, DatabaseState first, PlanMaker planMaker) {
		return this.database.lockUnless(connection, first, (state) -> planMaker.plan(connection, state).isEmpty(),
				(state) -> planMaker.plan(connection, state), (session, state) -> {
					Plan plan = planMaker.plan(session, state);
					if (!plan.isEmpty()) {
						this.runner.get().run(session, plan, state);
					}
					return plan;
				});
	}

	DryRun tryOut(PlanMaker planMaker) {
		return this.database.lock((connection, state) -> {
			Plan plan = planMaker.plan(connection, state);
			return plan.isEmpty() ? new DryRun(plan.from(), plan.to(), List.of(), List.of())
					: this.runner.get().tryOut(connection, plan, state);
		});
	}

	/**
	 * Says what became of a revision that stopped half-way.
	 * @param plans looks whether what is applied is known
	 */
	MigrationResult resolve(Revision revision, Resolution resolution, Plans plans) {
		long start = System.nanoTime();
		return this.database.lock((connection, state) -> {
			plans.rowsAreKnown(connection, state);
			List<String> rows = new RevisionResolver(this.scripts.get(), this.database.settings().application())
				.resolve(connection, state, revision, resolution);
			Duration duration = Duration.ofNanos(System.nanoTime() - start);
			String summary = CurrentState.afterResolving(revision, resolution, rows, this.scripts.get().graph());
			results.info(summary);
			return new MigrationResult(state.rows(), rows, List.of(), duration, summary);
		});
	}

}
