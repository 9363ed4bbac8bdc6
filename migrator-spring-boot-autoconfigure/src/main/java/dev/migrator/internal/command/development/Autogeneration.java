package dev.migrator.internal.command.development;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.autogenerate.ChangeCustomizer;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.WantedSchema;
import dev.migrator.autogenerate.draft.RevisionCustomizer;
import dev.migrator.internal.autogenerate.acceptance.AcceptedIsNeededException;
import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.autogenerate.revision.RevisionTrial;
import dev.migrator.internal.autogenerate.revision.TrialFailedException;
import dev.migrator.internal.autogenerate.revision.TrialReport;
import dev.migrator.internal.autogenerate.revision.TriedRevision;
import dev.migrator.internal.command.Database;
import dev.migrator.internal.command.DatabaseSession;
import dev.migrator.internal.command.Plans;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.run.BorrowedSession;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.watch.StoppableWork;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.result.EmptyModelException;
import dev.migrator.result.NoModelException;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Compares the database with the model, for a check, and writes revisions that make them
 * equal.
 */
public final class Autogeneration {

	private static final LineLog logger = new LineLog("dev.migrator.autogenerate");

	private final Database database;

	private final Plans plans;

	private final Supplier<RevisionScripts> scripts;

	private final Supplier<@Nullable WantedSchema> wanted;

	private final ComparisonSettings settings;

	private final Supplier<List<ChangeCustomizer>> customizers;

	private final Supplier<List<RevisionCustomizer>> revisionCustomizers;

	private final ProjectRevisions project;

	private final Function<DataSource, Optional<ServerLogin>> logins;

	private final boolean trial;

	/**
	 * Creates a comparison for one migrator.
	 * @param logins opens scratch databases
	 * @param trial whether revisions are tried in one
	 */
	public Autogeneration(Database database, Plans plans, Supplier<RevisionScripts> scripts,
			Supplier<@Nullable WantedSchema> wanted, ComparisonSettings settings,
			Supplier<List<ChangeCustomizer>> customizers, Supplier<List<RevisionCustomizer>> revisionCustomizers,
			ProjectRevisions project, Function<DataSource, Optional<ServerLogin>> logins, boolean trial) {
		this.database = database;
		this.plans = plans;
		this.scripts = scripts;
		this.wanted = wanted;
		this.settings = settings;
		this.customizers = customizers;
		this.revisionCustomizers = revisionCustomizers;
		this.project = project;
		this.logins = logins;
		this.trial = trial;
	}

	/**
	 * Returns whether there is a model to compare the database with.
	 */
	boolean possible() {
		return this.wanted.get() != null;
	}

	/**
	 * Does work that compares.
	 * @param wanted with what the model is compared; {@code null} for the database if it
	 * is at the heads, otherwise for what the revisions make of an empty one, if the
	 * server allows that
	 * @param work the work, which gets what compares with that
	 * @return the result of the work
	 * @throws PendingRevisionsException if it has to be the database, and that is not at
	 * the heads
	 * @throws NoScratchException if there can be no scratch database
	 */
	public <T extends @Nullable Object> T with(@Nullable ComparedWith wanted, Function<Autogeneration, T> work) {
		requireModel();
		if (wanted == ComparedWith.DATABASE) {
			return work.apply(this);
		}
		List<String> pending = (wanted == null) ? pending() : List.of();
		if (wanted == null && pending.isEmpty()) {
			return work.apply(this);
		}
		try (RevisionsInScratch scratch = RevisionsInScratch.create(this.database,
				this.logins.apply(this.database.dataSource()))) {
			logger.info(scratchIsUsed(pending));
			scratch.upgrade(this.plans, this.scripts.get());
			return work.apply(new Autogeneration(scratch.database(), this.plans, this.scripts, this.wanted,
					this.settings, this.customizers, this.revisionCustomizers, this.project, this.logins, this.trial));
		}
		catch (NoScratchException ex) {
			if (wanted != null) {
				throw ex;
			}
			logger.info(ex.description());
			return work.apply(this);
		}
	}

	private List<String> pending() {
		try (DatabaseSession session = this.database.open(); StoppableWork work = session.stoppable()) {
			DatabaseState state = session.state(work);
			this.plans.rowsAreKnown(state);
			return this.plans.halfWay().isHalfUndone(state) ? List.of() : pending(state);
		}
	}

	private String scratchIsUsed(List<String> pending) {
		int all = this.scripts.get().graph().revisions().size();
		return "Compared with what %s of an empty database, in a scratch database%s".formatted(
				(all == 1) ? "the revision makes" : "the " + all + " revisions make",
				pending.isEmpty() ? "" : ": %s %s pending here".formatted(pending.size(),
						(pending.size() == 1) ? "revision is" : "revisions are"));
	}

	/**
	 * Compares a database that is up to date.
	 */
	public ModelDifferences compare(List<Rename> renames) {
		requireModel();
		TargetServer server = upToDate();
		return compare(server, renames);
	}

	private TargetServer upToDate() {
		try (DatabaseSession session = this.database.open(); StoppableWork work = session.stoppable()) {
			DatabaseState state = session.state(work);
			this.plans.rowsAreKnown(state);
			this.plans.halfWay().noneIsHalfUndone(state);
			this.plans.noneIsApplied(state, this.project.sources().withoutSource());
			List<String> pending = pending(state);
			if (!pending.isEmpty()) {
				throw PendingRevisionsException.beforeComparing(state.rows(), pending);
			}
			return session.server();
		}
	}

	/**
	 * Returns the revisions that have to be applied before the comparison. Throws if the
	 * source of one was deleted.
	 */
	List<String> pending(DatabaseState state) {
		List<String> pending = this.plans.pending(state.rows(), "heads");
		return pending.isEmpty() ? pending : without(pending, this.project.sources().idsWithoutSource());
	}

	private static List<String> without(List<String> pending, Set<String> gone) {
		return pending.stream().filter((revision) -> !gone.contains(revision)).toList();
	}

	/**
	 * Returns whether a downgrade is half-way: what it has undone is not a difference.
	 */
	boolean halfUndone(DatabaseState state) {
		return this.plans.halfWay().isHalfUndone(state);
	}

	/**
	 * Compares a database. No connection may be held: reading the model may take one.
	 */
	ModelDifferences compare(TargetServer server, List<Rename> renames) {
		WantedModel model = requireModel().read(server);
		try (DatabaseSession session = this.database.open();
				BorrowedSession borrowed = borrowed(session.connection());
				StoppableWork work = session.stoppable()) {
			MigratorTables tables = session.state(work).tables();
			ComparisonSettings now = this.settings.toBuilder()
				.renames(renames)
				.accepted(this.project.accepted().read())
				.migratorTables(Set.of(tables.versionTable(), tables.historyTable()))
				.build();
			ModelDifferences found = new ModelComparison(now, this.customizers.get()).compare(session.connection(),
					model, Set.of(new ObjectName(tables.schema(), tables.versionTable()),
							new ObjectName(tables.schema(), tables.historyTable())));
			found = DroppedTables.withTheirRevisions(found, this.scripts.get());
			if (model.isEmpty() && !found.differences().losses().isEmpty()) {
				throw EmptyModelException.of(model.sources(), found.differences().losses().size());
			}
			return found;
		}
	}

	/**
	 * Borrows the session with the settings of a run: dates in expressions are printed in
	 * the time zone of the session.
	 */
	private BorrowedSession borrowed(ServerConnection connection) {
		return BorrowedSession.of(connection, this.database.settings().timeZone());
	}

	private WantedSchema requireModel() {
		WantedSchema model = this.wanted.get();
		if (model == null) {
			throw new NoModelException();
		}
		return model;
	}

	/**
	 * Writes the changes from the database to the model as a new revision script, after
	 * it was tried in a scratch database, if one is possible.
	 * @param revision the other properties of the wanted revision
	 * @param differences the differences
	 * @return the new revision; none or several if a {@link RevisionCustomizer} wants so
	 * @throws dev.migrator.internal.autogenerate.revision.TrialFailedException if it does
	 * not lead to the model there; then nothing is written
	 * @throws AcceptedIsNeededException if a change needs an accepted difference; then
	 * nothing is written
	 * @throws dev.migrator.internal.script.project.NewRevisionException if it cannot be
	 * written as requested, or the sources have revisions that the application was not
	 * built with; then nothing is written
	 * @throws dev.migrator.internal.script.writing.HookFailedException if it was written,
	 * and a hook failed
	 */
	public List<CreatedRevision> write(NewRevision revision, ModelDifferences differences) {
		return written(GeneratedRevisions.of(revision, differences), differences);
	}

	/**
	 * Like {@link #write}, for large tables: changes that would lock them for long are
	 * written to a second script, which runs without a transaction.
	 * @param revision the other properties of the first revision
	 * @param differences the differences
	 * @return the new revisions: one or two, unless a {@link RevisionCustomizer} wants
	 * others
	 */
	public List<CreatedRevision> writeOnline(NewRevision revision, ModelDifferences differences) {
		return written(GeneratedRevisions.online(revision, differences), differences);
	}

	private List<CreatedRevision> written(GeneratedRevisions generated, ModelDifferences differences) {
		GeneratedRevisions revisions = generated.customized(this.revisionCustomizers.get());
		TrialReport trial = tried(revisions.tried(), differences);
		List<CreatedRevision> written = this.project.writeGenerated(revisions.written());
		log(differences, trial);
		return written;
	}

	private TrialReport tried(List<TriedRevision> revisions, ModelDifferences found) {
		if (!found.accepted().needed().isEmpty()) {
			throw new AcceptedIsNeededException(found.accepted());
		}
		if (!this.trial || found.differences().isEmpty() || revisions.isEmpty()) {
			return new TrialReport(List.of());
		}
		ComparisonSettings then = this.settings.toBuilder().accepted(this.project.accepted().read()).build();
		try {
			return new RevisionTrial(this.logins, this.database.settings().timeZone(),
					new ModelComparison(then, this.customizers.get()))
				.of(this.database.dataSource(), revisions, found);
		}
		catch (TrialFailedException ex) {
			throw ex.without(found.accepted());
		}
	}

	/**
	 * Logs the differences, in Alembic's words, and the result of the trial.
	 */
	private static void log(ModelDifferences differences, TrialReport trial) {
		differences.differences().changes().forEach((change) -> {
			if (change.detected() != null) {
				logger.info(change.detected());
			}
		});
		trial.lines().forEach(logger::info);
	}

}
