package dev.migrator;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.Rename;
import dev.migrator.execution.DryRun;
import dev.migrator.execution.Resolution;
import dev.migrator.execution.StepListener;
import dev.migrator.internal.command.AppliedScriptCheck;
import dev.migrator.internal.command.Database;
import dev.migrator.internal.command.DatabaseSession;
import dev.migrator.internal.command.DatabaseSession;
import dev.migrator.internal.command.LockedDatabase;
import dev.migrator.internal.command.MigrationExecution;
import dev.migrator.internal.command.NoRevisions;
import dev.migrator.internal.command.PendingRevisions;
import dev.migrator.internal.command.Plans;
import dev.migrator.internal.command.PrintedCommands;
import dev.migrator.internal.command.ReadAhead;
import dev.migrator.internal.command.ResetExecution;
import dev.migrator.internal.command.SeedExecution;
import dev.migrator.internal.command.SeveralHeads;
import dev.migrator.internal.command.StatusReader;
import dev.migrator.internal.command.Stopwatch;
import dev.migrator.internal.command.development.Autogeneration;
import dev.migrator.internal.command.development.Baseline;
import dev.migrator.internal.command.development.MigratorInternals;
import dev.migrator.internal.command.development.PresentDatabase;
import dev.migrator.internal.command.development.ProjectRevisions;
import dev.migrator.internal.command.development.RevisionCheck;
import dev.migrator.internal.execution.run.PlanRunner;
import dev.migrator.internal.execution.run.TablePreparation;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.SeedScripts;
import dev.migrator.result.CheckResult;
import dev.migrator.result.Finding;
import dev.migrator.result.History;
import dev.migrator.result.MigrationHealth;
import dev.migrator.result.MigrationResult;
import dev.migrator.result.MigrationStatus;
import dev.migrator.result.NoModelException;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.result.PlanChangedException;
import dev.migrator.result.ResetPlan;
import dev.migrator.result.ResetRefusedException;
import dev.migrator.result.ResetResult;
import dev.migrator.result.RevisionDetails;
import dev.migrator.result.SeedResult;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import org.springframework.util.function.SingletonSupplier;

/**
 * The migrations of one database, with a method for each command. Scripts are read once,
 * when they are first needed; each command takes a connection of its own and returns it.
 * Safe for use by several threads and by several processes: only one at a time migrates.
 *
 * <pre class="code">
 * Migrator migrator = Migrator.builder(dataSource).locations("classpath:db/revisions").build();
 * migrator.upgrade();
 * </pre>
 *
 * Every refusal and every failure of a command is a
 * {@link dev.migrator.problem.MigratorException}.
 */
public final class Migrator {

	private final Database database;

	private final SingletonSupplier<RevisionScripts> scripts;

	private final NoRevisions noRevisions;

	private final Plans plans;

	private final MigrationExecution migrating;

	private final String target;

	private final PendingRevisions pending;

	private final SeveralHeads severalHeads;

	private final SingletonSupplier<PrintedCommands> printed;

	private final MigratorInternals internals;

	Migrator(MigratorBuilder builder) {
		this.database = new Database(builder.dataSource, builder.tables(), builder.settings());
		this.scripts = SingletonSupplier.of(builder::scripts);
		ProjectRevisions project = new ProjectRevisions(this::scripts, builder.development, builder.resourceLoader);
		this.noRevisions = new NoRevisions(this::scripts, project::sources);
		this.severalHeads = new SeveralHeads(builder.severalHeads, project::sources);
		AppliedScriptCheck check = new AppliedScriptCheck(builder.onChangedScript, builder.onUnknownRevision);
		this.plans = new Plans(this::scripts, check, this.severalHeads);
		List<StepListener> listeners = List.copyOf(builder.listeners);
		this.migrating = new MigrationExecution(this.database, this::scripts, () -> new PlanRunner(scripts(),
				this.database.settings(), listeners, builder.progressPace, this.database::connect));
		this.target = builder.target;
		this.pending = new PendingRevisions(this.database, this.plans, builder.target);
		this.printed = SingletonSupplier.of(() -> new PrintedCommands(scripts(), builder.tables(), builder.settings()));
		this.internals = new MigratorInternals(
				this.database, this::scripts, builder::seeds, this.migrating, this.pending, builder.resetAllowed,
				project, new Autogeneration(this.database, this.plans, this::scripts, builder.wantedSchema,
						builder.comparison, builder.changeCustomizers, builder.revisionCustomizers, project,
						builder.development.logins(), builder.development.trial()),
				new PresentDatabase(this.database, builder.comparison),
				new Baseline(this.database, builder.comparison, this::scripts, project,
						(scripts) -> new Plans(() -> scripts, check, this.severalHeads),
						(scripts) -> new MigrationExecution(this.database, () -> scripts, () -> new PlanRunner(scripts,
								this.database.settings(), listeners, builder.progressPace, this.database::connect)),
						builder.development, builder.resourceLoader));
	}

	/**
	 * Starts building a migrator.
	 * @param dataSource the source of its connections
	 * @return a builder with the defaults of the configuration properties
	 */
	public static MigratorBuilder builder(DataSource dataSource) {
		return builder(() -> dataSource);
	}

	/**
	 * Starts building a migrator whose data source is created when it is first needed.
	 * Commands that only read scripts do not need it.
	 * @param dataSource creates or finds the data source; called once
	 * @return a builder with the defaults of the configuration properties
	 */
	public static MigratorBuilder builder(Supplier<DataSource> dataSource) {
		return new MigratorBuilder(dataSource);
	}

	/**
	 * Applies the pending revisions up to the configured target, which is {@code heads}
	 * by default.
	 * @return the result
	 */
	public MigrationResult upgrade() {
		return upgrade(this.target);
	}

	/**
	 * Applies the pending revisions up to a target. If none is pending, this costs one
	 * query, and nothing is locked or written.
	 * @param upTo the target: {@code heads}, {@code head}, an id, {@code label@head},
	 * {@code +1}, ...
	 * @return the result
	 */
	public MigrationResult upgrade(String upTo) {
		return this.migrating.upgrade(this.plans.upgrade(upTo), this.noRevisions);
	}

	/**
	 * Undoes the applied revisions above a target.
	 * @param downTo the target: an id, {@code base}, {@code -1}, {@code label@base}, ...
	 * @return the result
	 */
	public MigrationResult downgrade(String downTo) {
		return this.migrating.migrate(this.plans.downgrade(downTo));
	}

	/**
	 * Undoes the applied revisions above a target, if the plan is still the one that the
	 * user confirmed.
	 * @param downTo the target
	 * @param agreed the plan that was shown
	 * @return the result
	 * @throws PlanChangedException if something else would be undone now; then nothing is
	 * undone
	 */
	public MigrationResult downgrade(String downTo, Plan agreed) {
		return this.migrating.migrate(this.plans.agreed(this.plans.downgrade(downTo), agreed));
	}

	/**
	 * Plans {@link #downgrade(String)}. Changes nothing.
	 * @param downTo the target
	 * @return the plan
	 */
	public Plan planDowngrade(String downTo) {
		return this.plans.downgrade(downTo).plan(this.database.state());
	}

	/**
	 * Undoes the revisions that were applied last, on any branch. If the graph does not
	 * determine the order, the history decides.
	 * @param count the number of revisions
	 * @return the result
	 * @throws dev.migrator.revision.InvalidTargetException if fewer are applied
	 */
	public MigrationResult rollback(int count) {
		return this.migrating.migrate(this.plans.rollback(count));
	}

	/**
	 * Undoes the revisions that were applied last, if they are still those that the user
	 * confirmed.
	 * @param count the number of revisions
	 * @param agreed the plan that was shown
	 * @return the result
	 * @throws PlanChangedException if something else would be undone now; then nothing is
	 * undone
	 */
	public MigrationResult rollback(int count, Plan agreed) {
		return this.migrating.migrate(this.plans.agreed(this.plans.rollback(count), agreed));
	}

	/**
	 * Plans {@link #rollback(int)}. Changes nothing.
	 * @param count the number of revisions
	 * @return the plan
	 */
	public Plan planRollback(int count) {
		return this.plans.rollback(count).plan(this.database.state());
	}

	/**
	 * Makes a dry run of {@link #upgrade(String)}: runs it in one transaction and rolls
	 * that back. Its locks are held until then, so that others wait. A rollback does not
	 * undo everything: values that were taken from sequences, and changes that code makes
	 * outside of the database, stay. Listeners are not called.
	 * @param upTo the target
	 * @return the steps that were tried, and those that cannot be tried
	 * @throws dev.migrator.execution.ScriptFailedException if a revision fails
	 */
	public DryRun tryUpgrade(String upTo) {
		this.noRevisions.warn();
		return this.migrating.tryOut(this.plans.upgrade(upTo));
	}

	/**
	 * Makes a dry run of {@link #downgrade(String)}, like {@link #tryUpgrade}.
	 * @param downTo the target
	 * @return the steps that were tried, and those that cannot be tried
	 * @throws dev.migrator.execution.ScriptFailedException if a revision fails
	 */
	public DryRun tryDowngrade(String downTo) {
		return this.migrating.tryOut(this.plans.downgrade(downTo));
	}

	/**
	 * Prints {@link #upgrade(String)} as a script for psql. Asks no database: the script
	 * stops if its database is not at the revisions where the script starts. If no schema
	 * is configured, the script uses the first schema of the search path with which it is
	 * run. Passwords in SQL are printed as they are written.
	 * @param range {@code START:END}, {@code START:}, or {@code END} alone, which starts
	 * from an empty database. START is a target, or several with commas between them
	 * @param out the output; nothing is written if the plan is refused
	 * @throws dev.migrator.execution.PlanRefusedException if a revision cannot be
	 * printed, for example because it has code over live data
	 */
	public void upgradeSql(String range, Appendable out) {
		this.printed.obtain().upgrade(range, out);
	}

	/**
	 * Prints {@link #downgrade(String)} as a script for psql, like {@link #upgradeSql}.
	 * @param range {@code START:END}
	 * @param out the output; nothing is written if the plan is refused
	 */
	public void downgradeSql(String range, Appendable out) {
		this.printed.obtain().downgrade(range, out);
	}

	/**
	 * Prints {@link #stamp} as a script for psql, like {@link #upgradeSql}.
	 * @param targets one target for each branch; one of them may have a START before it
	 * ({@code ae10:head}), otherwise the script starts from an empty database
	 * @param out the output; nothing is written if the plan is refused
	 */
	public void stampSql(List<String> targets, Appendable out) {
		this.printed.obtain().stamp(targets, out);
	}

	/**
	 * Prints {@link #ensureVersion} as a script for psql.
	 * @param out the output
	 */
	public void ensureVersionSql(Appendable out) {
		this.printed.obtain().ensureVersion(out);
	}

	/**
	 * Creates the version table and the history table if they are missing, and completes
	 * a history table that an older version of the migrator made.
	 * @throws dev.migrator.execution.OlderHistoryException if the role may not do that
	 */
	public void ensureVersion() {
		try (DatabaseSession session = this.database.open(); LockedDatabase locked = session.lock()) {
			new TablePreparation(this.database.settings(), this.database::connect).prepare(locked.connection(),
					locked.state());
		}
	}

	/**
	 * Sets the version rows without running anything: the database already has what the
	 * revisions up to the targets create, or no longer has what the revisions above them
	 * create. Scripts at and below the targets that were edited after they were applied
	 * are accepted as they are now.
	 * @param targets one target for each branch
	 * @return the result
	 */
	public MigrationResult stamp(String... targets) {
		return this.migrating.migrate(this.plans.stamp(List.of(targets)));
	}

	/**
	 * Like {@link #stamp}, but removes all version rows first, including those without a
	 * script.
	 * @param targets one target for each branch
	 * @return the result
	 */
	public MigrationResult stampPurged(String... targets) {
		return this.migrating.migrate(this.plans.stampPurged(List.of(targets)));
	}

	/**
	 * Accepts scripts that were edited after they were applied, as they are now: the
	 * database has what they create. Changes neither the version rows nor other scripts,
	 * and runs nothing.
	 * @param targets ids or unique prefixes of ids, labels, {@code heads}
	 * @return the version rows, and the revisions with edited scripts
	 * @throws dev.migrator.execution.PlanRefusedException if one of the revisions is not
	 * applied
	 */
	public MigrationResult accept(String... targets) {
		List<Revision> revisions = Arrays.stream(targets)
			.flatMap((target) -> graph().resolveAll(target).stream())
			.distinct()
			.toList();
		return this.migrating.accept(revisions, this.plans);
	}

	/**
	 * Records that a revision without a transaction that stopped half-way was finished or
	 * undone by hand. Runs nothing. Any other revision is refused.
	 * @param revision its id, or a unique prefix of it
	 * @param resolution whether it counts as applied from now on
	 * @return the version rows before and after
	 */
	public MigrationResult resolve(String revision, Resolution resolution) {
		return this.migrating.resolve(graph().resolve(revision), resolution, this.plans);
	}

	/**
	 * Records how many statements of a revision without a transaction that stopped
	 * half-way are done, after a person has checked the database. Runs nothing; the next
	 * run continues after them.
	 * @param revision its id, or a unique prefix of it
	 * @param statementsDone the number, from 0 to all
	 * @return the version rows, which stay as they are
	 * @throws dev.migrator.execution.PlanRefusedException if it did not stop half-way, or
	 * has fewer statements
	 */
	public MigrationResult resolve(String revision, int statementsDone) {
		return this.migrating.resolve(graph().resolve(revision), statementsDone, this.plans);
	}

	/**
	 * Runs the seed scripts, in the order of their paths, each in a transaction of its
	 * own. A script that was run before is skipped, unless it was edited since. No
	 * revision may be pending up to the configured target. If there is no script to run,
	 * nothing is locked or written.
	 * @return the scripts that were run and those that were skipped
	 * @throws PendingRevisionsException if revisions are pending
	 * @throws dev.migrator.execution.ScriptFailedException if a script fails: nothing of
	 * it is kept, the scripts before it are
	 */
	public SeedResult seed() {
		return seed(this.internals.seedScripts());
	}

	private SeedResult seed(SeedScripts found) {
		return new SeedExecution(this.database, this.pending::requireNoneToSeed).seed(found.scripts());
	}

	/**
	 * Lists what {@link #reset()} would drop. Changes nothing, and is allowed even if a
	 * reset is not.
	 * @return the objects of the schema of the version table, by kind and name
	 * @throws ResetRefusedException if it is one of the server's own schemas
	 */
	public ResetPlan resetPlan() {
		return resetting().plan();
	}

	/**
	 * Drops every object in the schema of the version table, including the version table,
	 * then upgrades to the configured target and seeds. Extensions and their objects
	 * stay, and nothing outside of the schema is changed. Scripts that cannot be read, or
	 * planned, are found before anything is dropped.
	 * @return the result
	 * @throws ResetRefusedException if {@code migrator.reset-allowed} is not set, if
	 * something outside of the schema depends on it, or if the role may not drop all of
	 * it
	 */
	public ResetResult reset() {
		return reset((plan) -> {
		});
	}

	/**
	 * Like {@link #reset()}, if it still drops the objects that the user confirmed.
	 * @param agreed the plan that was shown
	 * @return the result
	 * @throws PlanChangedException if something else would be dropped now; then nothing
	 * is dropped
	 */
	public ResetResult reset(ResetPlan agreed) {
		return reset((plan) -> {
			if (!plan.dropsTheSameAs(agreed)) {
				throw PlanChangedException.ofReset();
			}
		});
	}

	private ResetResult reset(Consumer<ResetPlan> agreement) {
		this.internals.requireResetAllowed();
		Stopwatch watch = new Stopwatch();
		this.pending.at(List.of());
		SeedScripts found = this.internals.seedScripts();
		ResetPlan dropped = resetting().reset((plan) -> {
			agreement.accept(plan);
			watch.restart();
		});
		MigrationResult upgraded = upgrade();
		SeedResult seeded = seed(found);
		return new ResetResult(dropped, upgraded, seeded, watch.taken());
	}

	private ResetExecution resetting() {
		return new ResetExecution(this.database);
	}

	/**
	 * Makes sure that no revision is pending up to the configured target.
	 * @throws PendingRevisionsException if one is
	 */
	public void validate() {
		this.noRevisions.warn();
		this.pending.requireNone(graph());
	}

	/**
	 * Waits until another process has applied the pending revisions up to the configured
	 * target, at most as long as for the lock.
	 * @throws PendingRevisionsException if revisions are still pending then
	 */
	public void await() {
		this.noRevisions.warn();
		this.pending.await(graph());
	}

	/**
	 * Plans {@link #upgrade()}. Changes nothing.
	 * @return the pending revisions up to the configured target, in the order in which
	 * they would be applied
	 */
	public List<String> pending() {
		return this.pending.now();
	}

	/**
	 * Finds everything that would stop a migration, like {@link #checkRevisions()}, and
	 * compares the database with the model of the application, if it has one. Changes
	 * nothing.
	 * @return the result
	 */
	public CheckResult check() {
		return revisionCheck().withModel(this.internals.autogeneration());
	}

	/**
	 * Checks the scripts, and compares the model of the application with what all
	 * revisions make of an empty database: they are applied to a scratch database on the
	 * same server, which is dropped again. So it does not matter what the real database
	 * has. Step listeners are not called.
	 * @return the result
	 * @throws NoModelException if there is no model
	 * @throws dev.migrator.execution.ScriptFailedException if a revision fails there
	 * @throws dev.migrator.problem.MigratorException if the role may not create
	 * databases, or the login of the DataSource is not known
	 */
	public CheckResult checkFromScratch() {
		return revisionCheck().fromScratch(this.internals.autogeneration());
	}

	/**
	 * Finds everything that would stop a migration: scripts that cannot be read or run as
	 * they are written, several heads, revisions in the database without a script,
	 * scripts edited after they were applied, revisions that stopped half-way, and
	 * INVALID indexes that nobody is building. Changes nothing.
	 * @return the problems; empty if there are none
	 */
	public List<Finding> checkRevisions() {
		return revisionCheck().withDatabase();
	}

	/**
	 * Compares the database with the model of the application. Changes nothing.
	 * @param renames the objects that have another name in the model, in this order
	 * @return the changes that would make the database equal to the model
	 * @throws NoModelException if there is no model
	 * @throws PendingRevisionsException if a revision is not applied
	 * @throws dev.migrator.autogenerate.UnreadableModelException if the model cannot be
	 * read
	 * @throws dev.migrator.autogenerate.InvalidRenameException if a rename is not
	 * possible
	 */
	public ModelDifferences compareModel(List<Rename> renames) {
		return this.internals.autogeneration().compare(renames);
	}

	/**
	 * Like {@link #checkRevisions}, but reads only the scripts and asks no database.
	 * @return the problems; empty if there are none
	 */
	public List<Finding> checkScripts() {
		return revisionCheck().scriptsAlone();
	}

	private RevisionCheck revisionCheck() {
		return new RevisionCheck(this::scripts, this.database, this.severalHeads, this.internals.project()::sources,
				this.noRevisions);
	}

	/**
	 * Reads the state of the database and compares it with the scripts. Changes nothing.
	 * @return the status
	 */
	public MigrationStatus status() {
		try (ReadAhead reading = new ReadAhead(this::scripts); DatabaseSession session = reading.open(this.database)) {
			return new StatusReader(scripts(), session.state()).read();
		}
	}

	/**
	 * Reads the state of the database in short. Changes nothing. Costs one query, whose
	 * cost does not depend on the length of the history.
	 * @return the state, for a health check
	 */
	public MigrationHealth health() {
		DatabaseState state = this.database.unfinishedState();
		return new StatusReader(scripts(), state).health();
	}

	/**
	 * Returns the revisions with their state in the database, for commands that show some
	 * of them. Changes nothing.
	 * @return the history
	 */
	public History history() {
		this.noRevisions.warn();
		return new History(scripts(), status());
	}

	/**
	 * Returns the revisions as their scripts have them, for commands that show some of
	 * them. Asks no database.
	 * @return the history
	 */
	public History writtenHistory() {
		this.noRevisions.warn();
		return new History(scripts(), null);
	}

	/**
	 * Reads one revision, its statements and its state. Changes nothing.
	 * @param revision its id, or a unique prefix of it, or a branch label
	 * @return the revision
	 * @throws dev.migrator.revision.UnknownRevisionException if there is none
	 * @throws dev.migrator.revision.AmbiguousRevisionException if there are several
	 */
	public RevisionDetails show(String revision) {
		Revision found = graph().resolve(revision);
		StatusReader one = new StatusReader(scripts(), this.database.stateOf(found.id()));
		StatusReader status = one.needsHistory(found) ? new StatusReader(scripts(), this.database.state()) : one;
		return this.internals.details(status.status(found));
	}

	/**
	 * Returns the target of {@link #upgrade()}.
	 * @return the configured target
	 */
	public String target() {
		return this.target;
	}

	/**
	 * Returns the source of the connections.
	 * @return the data source
	 */
	public DataSource dataSource() {
		return this.database.dataSource();
	}

	/**
	 * Returns what the command line and the auto-configuration use beyond the methods of
	 * this class. It is internal, and changes without notice.
	 * @return the internals
	 */
	public MigratorInternals internals() {
		return this.internals;
	}

	private RevisionScripts scripts() {
		return this.scripts.obtain();
	}

	private RevisionGraph graph() {
		return scripts().graph();
	}

}
