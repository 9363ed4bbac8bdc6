package dev.migrator.internal.script.writing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.SqlScriptReader;
import dev.migrator.internal.script.project.EntityFiles;
import dev.migrator.internal.script.project.EntitySources;
import dev.migrator.internal.script.project.JavaSources;
import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.internal.script.project.Project;
import dev.migrator.internal.script.project.ScriptFolders;
import dev.migrator.internal.script.project.SourceScripts;
import dev.migrator.internal.script.project.SourceState;
import dev.migrator.internal.script.project.Templates;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;

/**
 * Writes new revision scripts into the sources of a project. All that can be wrong is
 * looked for first; then the script is written, the hooks run, and it is read back
 * together with all others.
 */
public final class RevisionWriter {

	private final RevisionScripts built;

	private final @Nullable Project project;

	private final WritingSettings settings;

	private final InstantSource clock;

	private final ScriptFolders folders;

	private final ResourceLoader resourceLoader;

	private final SqlScriptReader reader;

	private final Templates templates;

	private final @Nullable String javaPackage;

	/**
	 * Creates a writer.
	 * @param built the revisions that the application has
	 * @param project where the sources are, or {@code null} if there are none
	 * @param settings how new scripts look
	 * @param resourceLoader what loads templates
	 * @param clock the time of new revisions
	 */
	public RevisionWriter(RevisionScripts built, @Nullable Project project, WritingSettings settings,
			ResourceLoader resourceLoader, InstantSource clock) {
		this.built = built;
		this.project = project;
		this.settings = settings;
		this.clock = clock;
		this.folders = new ScriptFolders(built.locations(), project);
		this.resourceLoader = resourceLoader;
		this.reader = new SqlScriptReader(resourceLoader);
		this.templates = new Templates(resourceLoader, project);
		this.javaPackage = JavaNames.packageName(settings, built);
	}

	/**
	 * Writes a new revision.
	 * @param wanted what it is to be
	 * @return what was written
	 * @throws NewRevisionException if it cannot be written as it was asked for
	 * @throws HookFailedException if it was written and a hook failed
	 * @throws MigratorException if a target names nothing, or the scripts that are there
	 * cannot be read
	 */
	public CreatedRevision write(NewRevision wanted) {
		SourceScripts scripts = scripts();
		return write(scripts, wanted, new Parents(scripts.graph(), Parents.Command.REVISION).of(wanted));
	}

	/**
	 * Writes a new revision that unites several.
	 * @param wanted what it is to be, with the heads to unite
	 * @return what was written
	 * @throws NewRevisionException as for {@link #write}, and if there is nothing to
	 * unite
	 */
	public CreatedRevision merge(NewRevision wanted) {
		SourceScripts scripts = scripts();
		List<Revision> parents = new Parents(scripts.graph(), Parents.Command.MERGE).of(wanted);
		if (parents.size() < 2) {
			throw new NewRevisionException(
					"There is nothing to merge: `" + String.join(" ", wanted.heads()) + "` is "
							+ (parents.isEmpty() ? "no revision" : "one revision, " + parents.get(0).id()) + ".",
					"Name two revisions or more. For a revision that follows one, write an ordinary one: migrator "
							+ "revision -m \"...\".");
		}
		return write(scripts, wanted, parents);
	}

	/**
	 * Writes new revisions of what the database lacks, each on top of the one before. All
	 * are written, or none.
	 * @param wanted what they are to be
	 * @return what was written, in this order
	 * @throws NewRevisionException as for {@link #write}, and if the source has revisions
	 * that the application was not built with: nobody knows whether the database lacks
	 * what they do
	 * @throws HookFailedException as for {@link #write}; what was written stays
	 */
	public List<CreatedRevision> writeGenerated(List<NewRevision> wanted) {
		requireBuilt();
		List<CreatedRevision> written = new ArrayList<>();
		for (NewRevision revision : wanted) {
			try {
				written.add(write(written.isEmpty() ? revision
						: revision.toBuilder().heads(written.get(written.size() - 1).id()).build()));
			}
			catch (HookFailedException ex) {
				throw ex;
			}
			catch (MigratorException ex) {
				written.forEach((other) -> NewFile.remove(other.path()));
				throw ex;
			}
		}
		return written;
	}

	/**
	 * Makes sure that the application was built with all revisions of the source.
	 * @throws NewRevisionException if there are others
	 */
	public void requireBuilt() {
		List<Revision> unbuilt = scripts().state().notBuilt();
		if (!unbuilt.isEmpty()) {
			throw new NewRevisionException(
					"The source has revisions that the application was not built with, so the "
							+ "database does not have them: "
							+ unbuilt.stream()
								.map((revision) -> revision.id() + " (" + revision.source() + ")")
								.collect(Collectors.joining(", "))
							+ ".",
					"Build the application, upgrade the database, then generate.");
		}
	}

	/**
	 * Compares what the application was built with with the sources.
	 * @return how they differ; not at all where there are no sources
	 */
	public SourceState sources() {
		if (this.project == null) {
			return SourceState.SAME;
		}
		try {
			return scripts().state();
		}
		catch (MigratorException ex) {
			return SourceState.unreadable(ex.description());
		}
	}

	/**
	 * Compares the entities that the application was built with with the sources.
	 * @return which are newer in the sources; none where there are no sources
	 */
	public EntitySources entities() {
		return (this.project != null && Files.isDirectory(this.project.java()))
				? new EntityFiles(this.project, this.resourceLoader).compare() : EntitySources.SAME;
	}

	/**
	 * Finds the source of a revision in the project.
	 * @param target the revision: an id, the beginning of one, a label, {@code head}, ...
	 * @return the file
	 * @throws NewRevisionException if its source is somewhere else
	 */
	public Path sourceOf(String target) {
		SourceScripts scripts = scripts();
		Revision revision = scripts.graph().resolve(target);
		return scripts.file(revision).orElseThrow(() -> {
			if (this.project == null) {
				return Project.missing();
			}
			return new NewRevisionException(
					"The source of revision " + revision.id() + " (" + revision.source() + ") is not in "
							+ this.project.directory() + ".",
					"Edit it in the project that it comes from, or say where that is: "
							+ "--migrator.new-scripts.project-directory=<folder>.");
		});
	}

	/**
	 * Finds the source of the revision that a database is at.
	 * @param rows its version rows
	 * @return the file
	 * @throws NewRevisionException if it is at none or at several, or the source is
	 * somewhere else
	 */
	public Path sourceOfCurrent(List<String> rows) {
		if (rows.size() != 1) {
			throw new NewRevisionException(
					"`current` is to name one revision, and the database is at "
							+ (rows.isEmpty() ? "none" : String.join(", ", rows)) + ".",
					rows.isEmpty() ? "Name a revision." : "Name one of them.");
		}
		return sourceOf(rows.get(0));
	}

	private CreatedRevision write(SourceScripts scripts, NewRevision wanted, List<Revision> parents) {
		Draft draft = draft(scripts.graph(), wanted, parents);
		scripts.check(draft.revision());
		ScriptFormat format = (wanted.type() == ScriptType.SQL)
				? new SqlFormat(this.settings, this.folders, this.reader, this.templates)
				: new JavaFormat(this.settings, this.project, this.javaPackage, this.templates);
		Path file = format.file(draft);
		NewFile.requireNone(file);
		String text = format.text(draft, file);
		check(draft, format, text, file);
		NewFile.write(file, text);
		List<HookOutput> outputs = new Hooks(this.settings.hooks(),
				(this.project != null) ? this.project.directory() : null)
			.run(file);
		readBack(draft, format, file);
		return new CreatedRevision(draft.id(), file, draft.revision().downRevisions(), draft.message().title(), outputs,
				!this.folders.areInFileSystem(file));
	}

	private Draft draft(RevisionGraph graph, NewRevision wanted, List<Revision> parents) {
		NewRevisionNames names = new NewRevisionNames(graph);
		String id = names.id(wanted.revision());
		RevisionMessage message = RevisionMessage.of(wanted.message());
		Revision revision = new Revision(id, parents.stream().map(Revision::id).toList(),
				new Dependencies(graph).of(wanted.dependsOn()), names.labels(wanted.branchLabels(), id),
				message.title(), "the new revision");
		ZonedDateTime created = this.clock.instant().atZone(this.settings.zone());
		return new Draft(wanted, revision, parents, message, created);
	}

	private static void check(Draft draft, ScriptFormat format, String text, Path file) {
		try {
			ReadBack.of(format, text, file).check(draft.revision());
		}
		catch (MigratorException ex) {
			throw new NewRevisionException("What would be written to " + file
					+ " is no revision script, so nothing was written:\n\n" + ex.description(), ex.action(), ex);
		}
	}

	private void readBack(Draft draft, ScriptFormat format, Path file) {
		try {
			ReadBack.of(format, Files.readString(file), file).check(draft.revision());
			ReadBack.requireIn(scripts().graph(), draft);
		}
		catch (MigratorException ex) {
			NewFile.remove(file);
			throw new NewRevisionException(
					"The script " + file + " could not be read back, and was removed:\n\n" + ex.description(),
					ex.action(), ex);
		}
		catch (IOException ex) {
			NewFile.remove(file);
			throw new NewRevisionException("The script " + file + " could not be read back, and was removed: " + ex,
					"See that hooks leave it where it is, in UTF-8.", ex);
		}
	}

	private SourceScripts scripts() {
		return new SourceScripts(this.built, this.folders, this.reader, new JavaSources(this.project), this.javaPackage,
				this.project);
	}

}
