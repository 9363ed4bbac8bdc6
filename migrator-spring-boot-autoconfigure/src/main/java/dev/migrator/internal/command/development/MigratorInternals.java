package dev.migrator.internal.command.development;

import java.util.List;
import java.util.function.Supplier;

import dev.migrator.internal.command.Database;
import dev.migrator.internal.command.MigrationExecution;
import dev.migrator.internal.command.PendingRevisions;
import dev.migrator.internal.command.PrintedScript;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.statement.HalfWayScript;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.SeedScripts;
import dev.migrator.result.MigrationHealth;
import dev.migrator.result.MigrationStatus;
import dev.migrator.result.ResetRefusedException;
import dev.migrator.result.RevisionDetails;
import dev.migrator.result.RevisionStatus;

/**
 * Gives the command line, the endpoint and the auto-configuration what they need of a
 * migrator beyond its public methods.
 */
public final class MigratorInternals {

	private final Database database;

	private final Supplier<RevisionScripts> scripts;

	private final Supplier<SeedScripts> seedScripts;

	private final MigrationExecution execution;

	private final PendingRevisions pending;

	private final boolean resetAllowed;

	private final ProjectRevisions project;

	private final Autogeneration autogeneration;

	private final PresentDatabase present;

	private final Baseline baseline;

	public MigratorInternals(Database database, Supplier<RevisionScripts> scripts, Supplier<SeedScripts> seedScripts,
			MigrationExecution execution, PendingRevisions pending, boolean resetAllowed, ProjectRevisions project,
			Autogeneration autogeneration, PresentDatabase present, Baseline baseline) {
		this.database = database;
		this.scripts = scripts;
		this.seedScripts = seedScripts;
		this.execution = execution;
		this.pending = pending;
		this.resetAllowed = resetAllowed;
		this.project = project;
		this.autogeneration = autogeneration;
		this.present = present;
		this.baseline = baseline;
	}

	/**
	 * Returns the revisions in the sources of the project.
	 * @return what writes them and compares them with the build
	 */
	public ProjectRevisions project() {
		return this.project;
	}

	/**
	 * Returns the generator of revisions.
	 * @return what generates them from the model
	 */
	public Autogeneration autogeneration() {
		return this.autogeneration;
	}

	/**
	 * Returns the reader of the present schema.
	 * @return what reads it
	 */
	public PresentDatabase present() {
		return this.present;
	}

	/**
	 * Returns the writer of the first revision of a database that has a schema.
	 * @return what writes it, and stamps the database with it
	 */
	public Baseline baseline() {
		return this.baseline;
	}

	/**
	 * Returns the scripts and the graph of their revisions. Needs no database.
	 * @return the scripts, read once
	 */
	public RevisionScripts scripts() {
		return this.scripts.get();
	}

	/**
	 * Finds the seed scripts. Needs no database.
	 * @return the scripts, which {@code seed()} runs or skips
	 */
	public SeedScripts seedScripts() {
		return this.seedScripts.get();
	}

	/**
	 * Returns the names of the version table and the history table.
	 * @return the names, and the schema if it was configured
	 */
	public MigratorTables tables() {
		return this.database.tables();
	}

	/**
	 * Reads the statements of a revision that stopped half-way, for a check before it is
	 * resolved. Changes nothing.
	 * @param revision its id, or a unique prefix of it
	 * @return its statements in the direction in which it stopped
	 * @throws dev.migrator.execution.PlanRefusedException if it did not stop half-way
	 */
	public HalfWayScript halfWay(String revision) {
		return this.execution.halfWay(scripts().graph().resolve(revision));
	}

	/**
	 * Reads the statements of a revision. Asks no database.
	 * @param revision a revision of a history
	 * @return the revision with its statements: none if it has no script
	 */
	public RevisionDetails details(RevisionStatus revision) {
		Script script = scripts().scripts().get(revision.revision());
		return (script != null)
				? new RevisionDetails(revision, PrintedScript.upgrade(script), PrintedScript.downgrade(script))
				: new RevisionDetails(revision, "", null);
	}

	/**
	 * Plans an upgrade for a state that was read before. Asks no database.
	 * @param status the state
	 * @return its pending revisions up to the configured target, in the order in which
	 * they would be applied
	 */
	public List<String> pending(MigrationStatus status) {
		return status.pending().isEmpty() ? List.of() : this.pending.at(status.current());
	}

	/**
	 * Like {@link #pending(MigrationStatus)}.
	 * @param health the state in short
	 * @return those of its pending revisions that lie up to the configured target
	 */
	public List<String> pending(MigrationHealth health) {
		return health.pending().isEmpty() ? List.of() : this.pending.at(health.current());
	}

	/**
	 * Makes sure that a reset is allowed. Asks no database.
	 * @throws ResetRefusedException if it is not allowed
	 */
	public void requireResetAllowed() {
		if (!this.resetAllowed) {
			throw ResetRefusedException.notAllowed();
		}
	}

}
