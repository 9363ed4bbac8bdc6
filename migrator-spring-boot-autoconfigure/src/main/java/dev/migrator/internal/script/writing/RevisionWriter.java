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
 * Writes new revision scripts into the sources of a project. It first checks everything.
 * Then it writes the script, runs the hooks, and reads it back together with all others.
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
	 * @param project the project with the sources, or {@code null} if there are none
	 * @param settings the form of new scripts
	 * @param resourceLoader the loader of templates
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
	 * @param wanted the requested revision
	 * @return the written revision
	 * @throws NewRevisionException if it cannot be written as requested
	 * @throws HookFailedException if it was written, but a hook failed
	 * @throws MigratorException if a target does not exist, or the existing scripts
	 * cannot be read
	 */
	public CreatedRevision write(NewRevision wanted) {
		SourceScripts scripts = scripts();
		return write(scripts, wanted, new Parents(scripts.graph(), Parents.Command.REVISION).of(wanted));
	}

	/**
	 * Writes a new revision that unites several.
	 * @param wanted the requested revision, with the heads to unite
	 * @return the written revision
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
					"Give two revisions or more. To follow only one revision, write an ordinary one: migrator "
							+ "revision -m \"...\".");
		}
		return write(scripts, wanted, parents);
	}

	/**
	 * Writes new revisions with changes that the database does not have, each on top of
	 * the one before. All are written, or none.
	 * @param wanted the requested revisions
	 * @return the written revisions, in this order
	 * @throws NewRevisionException as for {@link #write}, and if the sources have
	 * revisions that the application was not built with: then it is unknown whether the
	 * database has their changes
	 * @throws HookFailedException as for {@link #write}; the written revisions stay
	 */
	public List<CreatedRevision> writeGenerated(List<NewRevision> wanted) {
		requireBuilt();
		List<CreatedRevision> written = new ArrayList<>();
		for (NewRevision revision : wanted) {
			try {
				boolean follows = !written.isEmpty() && revision.heads().isEmpty();
				written.add(write(
						follows ? revision.toBuilder().heads(written.get(written.size() - 1).id()).build() : revision));
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
	 * Fails unless the application was built with all revisions of the sources.
	 * @throws NewRevisionException if there are others
	 */
	public void requireBuilt() {
		List<Revision> unbuilt = scripts().state().notBuilt();
		if (!unbuilt.isEmpty()) {
			throw new NewRevisionException(
					"The sources have revisions that the application was not built with, so the "
							+ "database does not have them: "
							+ unbuilt.stream()
								.map((revision) -> revision.id() + " (" + revision.source() + ")")
								.collect(Collectors.joining(", "))
							+ ".",
					"Build the application, upgrade the database, then generate again.");
		}
	}

	/**
	 * Compares the build of the application with the sources.
	 * @return the differences; none if there are no sources
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
	 * Compares the entities in the build of the application with the sources.
	 * @return those that are newer in the sources; none if there are no sources
	 */
	public EntitySources entities() {
		return (this.project != null && Files.isDirectory(this.project.java()))
				? new EntityFiles(this.project, this.resourceLoader).compare() : EntitySources.SAME;
	}

	/**
	 * Finds the source of a revision in the project.
	 * @param target the revision: an id, the beginning of one, a label, {@code head}, ...
	 * @return the file
	 * @throws NewRevisionException if its source is elsewhere
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
					"Edit it in the project that it comes from, or name the folder of that project: "
							+ "--migrator.new-scripts.project-directory=<folder>.");
		});
	}

	/**
	 * Finds the source of the revision that a database is at.
	 * @param rows its version rows
	 * @return the file
	 * @throws NewRevisionException if it is at none or at several, or the source is
	 * elsewhere
	 */
	public Path sourceOfCurrent(List<String> rows) {
		if (rows.size() != 1) {
			throw new NewRevisionException(
					"`current` must mean one revision, but the database is at "
							+ (rows.isEmpty() ? "none" : String.join(", ", rows)) + ".",
					rows.isEmpty() ? "Give a revision." : "Give one of them.");
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
			throw new NewRevisionException("The new script " + file
					+ " would not be a valid revision script, so nothing was written:\n\n" + ex.description(),
					ex.action(), ex);
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
					"Check that hooks do not move it, and keep it in UTF-8.", ex);
		}
	}

	private SourceScripts scripts() {
		return new SourceScripts(this.built, this.folders, this.reader, new JavaSources(this.project), this.javaPackage,
				this.project);
	}

}
