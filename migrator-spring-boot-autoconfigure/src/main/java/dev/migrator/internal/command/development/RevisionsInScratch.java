package dev.migrator.internal.command.development;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.internal.command.Database;
import dev.migrator.internal.command.DatabaseSession;
import dev.migrator.internal.command.LockedDatabase;
import dev.migrator.internal.command.PlanMaker;
import dev.migrator.internal.command.Plans;
import dev.migrator.internal.command.PrintedScript;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.internal.dialect.scratch.SchemaScript;
import dev.migrator.internal.dialect.scratch.ScratchDatabase;
import dev.migrator.internal.execution.run.PlanRunner;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * A scratch database to which all revisions were applied: what they make of an empty
 * database, whatever is in the real one. Of that only the extensions and the schema of
 * the connection are taken, if no revision creates them: a new database of the
 * application would have them too.
 */
final class RevisionsInScratch implements AutoCloseable {

	private final ServerConnection owner;

	private final ScratchDatabase scratch;

	private final Database database;

	private RevisionsInScratch(ServerConnection owner, ScratchDatabase scratch, Database database) {
		this.owner = owner;
		this.scratch = scratch;
		this.database = database;
	}

	/**
	 * Creates an empty database.
	 * @param real the real database, on whose server it is created
	 * @param login opens other databases of this server, if it is known
	 * @throws NoScratchException if the role may not create it, or it could not be opened
	 * @throws dev.migrator.problem.MigratorException if the server does not create it
	 */
	static RevisionsInScratch create(Database real, Optional<ServerLogin> login) {
		ServerConnection owner = real.connect();
		try {
			Optional<String> obstacle = ScratchDatabase.obstacle(owner, login, real.dataSource().getClass());
			if (obstacle.isPresent()) {
				throw new NoScratchException(obstacle.get());
			}
			ScratchDatabase scratch = ScratchDatabase.create(owner, login.orElseThrow());
			return new RevisionsInScratch(owner, scratch, new Database(scratch::dataSource, real.tables(),
					real.settings(), LineLog.aside("dev.migrator.scratch")));
		}
		catch (RuntimeException | Error ex) {
			owner.close();
			throw ex;
		}
	}

	/**
	 * Applies all revisions.
	 * @param plans makes the plan
	 * @param scripts the revisions
	 * @throws dev.migrator.problem.MigratorException if a revision fails
	 */
	void upgrade(Plans plans, RevisionScripts scripts) {
		this.scratch.prepare(new CreatedByRevisions(scripts)::creates);
		String schema = this.database.tables().schema();
		if (schema != null) {
			this.scratch.createSchema(schema);
		}
		run(plans.upgrade("heads"), scripts);
	}

	/**
	 * Undoes all revisions.
	 * @param plans makes the plan
	 * @param scripts the revisions
	 * @throws dev.migrator.problem.MigratorException if a revision fails
	 */
	void downgrade(Plans plans, RevisionScripts scripts) {
		run(plans.downgrade("base"), scripts);
	}

	private void run(PlanMaker planMaker, RevisionScripts scripts) {
		try (DatabaseSession session = this.database.open(); LockedDatabase locked = session.lock()) {
			DatabaseState state = locked.state();
			PlanRunner.ofScratch(scripts, this.database.settings(), this.database::connect)
				.runPlan(locked.connection(), planMaker.plan(state), state);
		}
	}

	/**
	 * Returns the scratch database.
	 */
	Database database() {
		return this.database;
	}

	@Override
	public void close() {
		try {
			this.scratch.close();
		}
		finally {
			this.owner.close();
		}
	}

	/**
	 * The schemas and extensions that revisions create. Their scripts are read when it is
	 * asked for the first one.
	 */
	private static final class CreatedByRevisions {

		private final RevisionScripts revisions;

		private @Nullable List<SchemaScript> scripts;

		CreatedByRevisions(RevisionScripts revisions) {
			this.revisions = revisions;
		}

		boolean creates(String kind, String name) {
			if (this.scripts == null) {
				this.scripts = read(this.revisions);
			}
			return this.scripts.stream().anyMatch((script) -> script.creates(kind, name));
		}

		private static List<SchemaScript> read(RevisionScripts revisions) {
			List<SchemaScript> read = new ArrayList<>();
			for (Script script : revisions.scripts().values()) {
				try {
					read.add(new SchemaScript(PrintedScript.upgrade(script)));
				}
				catch (UnreadableSqlException ex) {
					// A long script, of which only the beginning is printed.
				}
			}
			return read;
		}

	}

}
