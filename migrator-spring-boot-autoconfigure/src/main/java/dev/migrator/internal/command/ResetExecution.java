package dev.migrator.internal.command;

import java.util.function.Consumer;

import dev.migrator.internal.dialect.catalog.SchemaContents;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.execution.seed.SchemaReset;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.watch.StoppableWork;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.result.ResetPlan;
import dev.migrator.result.ResetRefusedException;

/**
 * Lists and drops the objects of the migrator's schema.
 */
public final class ResetExecution {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final Database database;

	public ResetExecution(Database database) {
		this.database = database;
	}

	public ResetPlan plan() {
		try (DatabaseSession session = this.database.open(); StoppableWork work = session.stoppable()) {
			return ResetPlan.of(contents(session.connection(), session.state(work)));
		}
	}

	/**
	 * Drops the objects. Checks what may be refused before the wait for the lock, and
	 * again under the lock.
	 * @param agreement throws if the plan is not the one that was confirmed
	 * @return the objects that were dropped
	 */
	public ResetPlan reset(Consumer<ResetPlan> agreement) {
		try (DatabaseSession session = this.database.open()) {
			DatabaseState first = session.state();
			check(ResetPlan.of(contents(session.connection(), first)));
			try (LockedDatabase locked = session.lock(first)) {
				DatabaseState state = locked.state();
				SchemaContents contents = contents(locked.connection(), state);
				ResetPlan plan = ResetPlan.of(contents);
				check(plan);
				agreement.accept(plan);
				drop(locked.connection(), state, contents);
				return plan;
			}
		}
	}

	private void drop(ServerConnection connection, DatabaseState state, SchemaContents contents) {
		int count = contents.objects().size();
		if (count == 0) {
			logger.info("The schema %s is empty; nothing to drop".formatted(contents.schema()));
			return;
		}
		String objects = (count == 1) ? "1 object" : count + " objects";
		logger.info("Dropping %s of schema %s".formatted(objects, contents.schema()));
		Stopwatch watch = new Stopwatch();
		new SchemaReset(this.database.settings(), this.database::connect, contents).reset(connection, state);
		logger.info("Dropped %s of schema %s in %s".formatted(objects, contents.schema(),
				StepDescription.time(watch.taken())));
	}

	private static void check(ResetPlan plan) {
		if (!plan.elsewhere().isEmpty()) {
			throw ResetRefusedException.elsewhere(plan);
		}
		if (!plan.notOwned().isEmpty()) {
			throw ResetRefusedException.notOwned(plan);
		}
	}

	private static SchemaContents contents(ServerConnection connection, DatabaseState state) {
		String schema = state.tables().resolvedSchema();
		if (SchemaContents.isSystem(schema)) {
			throw ResetRefusedException.systemSchema(schema);
		}
		return SchemaContents.of(connection, schema);
	}

}
