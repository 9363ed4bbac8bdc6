package dev.migrator.internal.command.development;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

import dev.migrator.internal.autogenerate.acceptance.AcceptedFile;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.project.EntitySources;
import dev.migrator.internal.script.project.SourceState;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.internal.script.writing.RevisionWriter;
import dev.migrator.problem.MigratorException;
import org.springframework.core.io.ResourceLoader;

/**
 * Writes revisions into the sources of the project, and compares these with the build of
 * the application. Needs no database.
 */
public final class ProjectRevisions {

	private final Supplier<RevisionScripts> scripts;

	private final DevelopmentSettings settings;

	private final ResourceLoader resourceLoader;

	public ProjectRevisions(Supplier<RevisionScripts> scripts, DevelopmentSettings settings,
			ResourceLoader resourceLoader) {
		this.scripts = scripts;
		this.settings = settings;
		this.resourceLoader = resourceLoader;
	}

	/**
	 * Writes a new revision script.
	 * @param revision the wanted revision
	 * @return the new revision
	 * @throws dev.migrator.internal.script.project.NewRevisionException if it cannot be
	 * written as requested; then nothing is written
	 * @throws dev.migrator.internal.script.writing.HookFailedException if it was written,
	 * and a hook failed
	 */
	public CreatedRevision create(NewRevision revision) {
		return writer(this.scripts.get()).write(revision);
	}

	/**
	 * Writes a new revision script that merges heads.
	 * @param revisions the targets to merge, {@code heads} for all
	 * @param revision the other properties of the wanted revision
	 * @return the new revision
	 * @throws dev.migrator.internal.script.project.NewRevisionException if it cannot be
	 * written as requested, or there is nothing to merge
	 * @throws dev.migrator.internal.script.writing.HookFailedException if it was written,
	 * and a hook failed
	 */
	public CreatedRevision merge(List<String> revisions, NewRevision revision) {
		return writer(this.scripts.get()).merge(revision.toBuilder().heads(revisions).build());
	}

	/**
	 * Writes revisions that were generated from the build.
	 */
	List<CreatedRevision> writeGenerated(List<NewRevision> revisions) {
		return writer(this.scripts.get()).writeGenerated(revisions);
	}

	/**
	 * Compares the revisions in the build of the application with those in its sources.
	 * @return the differences; none if the sources are missing, or the built classes
	 * cannot be read
	 */
	public SourceState sources() {
		RevisionScripts built;
		try {
			built = this.scripts.get();
		}
		catch (MigratorException ex) {
			return SourceState.SAME;
		}
		try {
			return writer(built).sources();
		}
		catch (MigratorException ex) {
			return SourceState.unreadable(ex.description());
		}
	}

	/**
	 * Compares the entities in the build of the application with those in its sources.
	 * @return the entities that are newer in the sources; none if the sources are missing
	 */
	public EntitySources entities() {
		return writer(this.scripts.get()).entities();
	}

	/**
	 * Makes sure that no change is generated that the sources already have.
	 * @throws dev.migrator.internal.script.project.NewRevisionException if the sources
	 * have revisions that the application was not built with
	 */
	public void requireBuilt() {
		writer(this.scripts.get()).requireBuilt();
	}

	/**
	 * Finds the source of a revision.
	 * @param revision its id, or a unique prefix of it, a branch label, {@code head}, or
	 * {@code current} for the revision of the database
	 * @param current reads the revisions of the database
	 * @return the SQL file or the Java source
	 * @throws dev.migrator.internal.script.project.NewRevisionException if the source is
	 * not in the project
	 * @throws dev.migrator.revision.UnknownRevisionException if there is no such revision
	 */
	public Path sourceOf(String revision, Supplier<List<String>> current) {
		RevisionWriter writer = writer(this.scripts.get());
		return revision.equals("current") ? writer.sourceOfCurrent(current.get()) : writer.sourceOf(revision);
	}

	/**
	 * Returns the file with the accepted differences.
	 * @return the file, which may not exist
	 */
	public AcceptedFile accepted() {
		return new AcceptedFile(this.settings.acceptedDifferences(), this.settings.project().get().orElse(null),
				this.resourceLoader);
	}

	private RevisionWriter writer(RevisionScripts built) {
		return new RevisionWriter(built, this.settings.project().get().orElse(null), this.settings.newScripts(),
				this.resourceLoader, InstantSource.system());
	}

}
