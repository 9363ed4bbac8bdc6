package dev.migrator.internal.command;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.execution.Seeded;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.execution.seed.SeedRunner;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.SeedHistory;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.script.SeedScript;
import dev.migrator.result.SeedResult;

/**
 * Runs the seed scripts that are new or were edited. If there are none, this costs two
 * queries, and nothing is locked or written.
 */
public final class SeedExecution {

	private static final LineLog results = new LineLog("dev.migrator.result");

	private final Database database;

	private final Consumer<DatabaseState> nothingPending;

	/**
	 * Creates it.
	 * @param nothingPending throws if revisions are pending, because seed scripts rely on
	 * what these create
	 */
	public SeedExecution(Database database, Consumer<DatabaseState> nothingPending) {
		this.database = database;
		this.nothingPending = nothingPending;
	}

	public SeedResult seed(List<SeedScript> scripts) {
		Stopwatch watch = new Stopwatch();
		List<Seeded> seeded = scripts.isEmpty() ? List.of() : runDue(scripts, watch);
		List<String> run = seeded.stream().map(Seeded::script).toList();
		List<String> skipped = scripts.stream().map(SeedScript::path).filter((path) -> !run.contains(path)).toList();
		SeedResult result = new SeedResult(seeded, skipped, watch.taken());
		results.info(result.summary());
		return result;
	}

	private List<Seeded> runDue(List<SeedScript> scripts, Stopwatch watch) {
		try (DatabaseSession session = this.database.open()) {
			DatabaseState first = session.state();
			if (due(session.connection(), first, scripts).isEmpty()) {
				return List.of();
			}
			try (LockedDatabase locked = session.lock(first)) {
				DatabaseState state = locked.state();
				watch.restart();
				List<SeedScript> due = due(locked.connection(), state, scripts);
				return due.isEmpty() ? List.of() : new SeedRunner(this.database.settings(), this.database::connect)
					.runSeeds(locked.connection(), due, state);
			}
		}
	}

	private List<SeedScript> due(ServerConnection connection, DatabaseState state, List<SeedScript> scripts) {
		this.nothingPending.accept(state);
		return SeedHistory.read(connection, state, scripts).due(scripts);
	}

}
