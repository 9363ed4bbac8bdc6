package dev.migrator.internal.command.development;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.internal.autogenerate.baseline.BaselineBody;
import dev.migrator.internal.autogenerate.baseline.WrittenSchema;
import dev.migrator.internal.command.Database;
import dev.migrator.internal.command.MigrationExecution;
import dev.migrator.internal.command.Plans;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.SqlScriptReader;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.ResourceLoader;

/**
 * Writes the first revision of a database that has a schema: it makes exactly this
 * schema. The database is stamped with it.
 */
public final class Baseline {

	private final Database database;

	private final ComparisonSettings settings;

	private final Supplier<RevisionScripts> scripts;

	private final ProjectRevisions project;

	private final Function<RevisionScripts, Plans> plans;

	private final Function<RevisionScripts, MigrationExecution> executions;

	private final DevelopmentSettings development;

	private final ResourceLoader resourceLoader;

	/**
	 * Creates a writer for one migrator.
	 * @param scripts the revisions of the application
	 * @param plans makes the plans of other revisions
	 * @param executions runs them
	 */
	public Baseline(Database database, ComparisonSettings settings, Supplier<RevisionScripts> scripts,
			ProjectRevisions project, Function<RevisionScripts, Plans> plans,
			Function<RevisionScripts, MigrationExecution> executions, DevelopmentSettings development,
			ResourceLoader resourceLoader) {
		this.database = database;
		this.settings = settings;
		this.scripts = scripts;
		this.project = project;
		this.plans = plans;
		this.executions = executions;
		this.development = development;
		this.resourceLoader = resourceLoader;
	}

	/**
	 * Writes the revision, after it was tried in a scratch database, if one is possible,
	 * and stamps the database with it.
	 * @param revision the other properties of the wanted revision
	 * @return what was written
	 * @throws BaselineRefusedException if there are revisions or version rows already, if
	 * the database has no objects, or if the trial has another result: then nothing is
	 * written. Also if it was written, and the database could not be stamped
	 * @throws dev.migrator.internal.script.project.NewRevisionException if it cannot be
	 * written as requested; then nothing is written
	 * @throws dev.migrator.internal.script.writing.HookFailedException if it was written,
	 * and a hook failed; then the database is not stamped
	 */
	public WrittenBaseline write(NewRevision revision) {
		requireFirst();
		WrittenSchema schema = new PresentDatabase(this.database, this.settings).read();
		if (schema.isEmpty()) {
			throw BaselineRefusedException.ofNothing(schema.schemas());
		}
		BaselineBody body = BaselineBody.of(schema, this.database.tables().schema());
		String trial = this.development.trial()
				? new BaselineTrial(this.database, this.settings, this.plans, this.resourceLoader).of(schema, body,
						this.development.logins().apply(this.database.dataSource()))
				: "Not tried in a scratch database: migrator.autogenerate.trial is false.";
		CreatedRevision created = this.project
			.create(revision.toBuilder().upgrade(body.upgrade()).downgrade(body.downgrade()).build());
		stamp(created);
		return new WrittenBaseline(created, schema, trial);
	}

	private void requireFirst() {
		List<Revision> revisions = this.scripts.get().graph().revisions();
		if (revisions.isEmpty()) {
			revisions = this.project.sources().notBuilt();
		}
		if (!revisions.isEmpty()) {
			throw BaselineRefusedException.ofRevisions(revisions);
		}
		DatabaseState state = this.database.state();
		if (!state.rows().isEmpty()) {
			throw BaselineRefusedException.ofRows(state.rows(), state.tables().version());
		}
	}

	/**
	 * Stamps the database. The application was not built with the revision, so it is read
	 * from its source.
	 */
	private void stamp(CreatedRevision created) {
		try {
			RevisionScripts written = RevisionScripts.of(List.of(new SqlScriptReader(this.resourceLoader)
				.read(new FileSystemResource(created.path()), created.path().toString())), List.of(),
					this.scripts.get().locations());
			this.executions.apply(written).migrate(this.plans.apply(written).stamp(List.of(created.id())));
		}
		catch (MigratorException ex) {
			throw BaselineRefusedException.notStamped(created, ex);
		}
	}

}
