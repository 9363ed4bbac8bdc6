package dev.migrator.internal.script.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.launcher.LaunchedClasses;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.SqlScript;
import dev.migrator.internal.script.SqlScriptReader;
import dev.migrator.internal.script.project.ScriptFolders.Folder;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

/**
 * Collects the revisions that a new one is checked against: those in the sources, built
 * or not, and those that the application has from elsewhere. Scripts with the same path
 * in a location, or the same id, are the same script; the one in the sources counts. A
 * built script without a source does not count, because the next clean build will not
 * have it.
 */
public final class SourceScripts {

	private final List<Revision> revisions = new ArrayList<>();

	private final Map<String, Path> files = new HashMap<>();

	private final List<Revision> withoutSource = new ArrayList<>();

	private final List<Revision> missing = new ArrayList<>();

	private final List<Revision> edited = new ArrayList<>();

	private final RevisionScripts built;

	private final RevisionGraph graph;

	private final ScriptFolders folders;

	private final JavaSources javaSources;

	private final @Nullable BuildOutput output;

	public SourceScripts(RevisionScripts built, ScriptFolders folders, SqlScriptReader reader, JavaSources javaSources,
			@Nullable String javaPackage, @Nullable Project project) {
		this.built = built;
		this.folders = folders;
		this.javaSources = javaSources;
		// what the launcher has built has a source, though it may be in another folder
		boolean launched = LaunchedClasses.ofThisJvm().isPresent();
		this.output = (project != null && !launched) ? new BuildOutput(project) : null;
		Set<String> places = new HashSet<>();
		addSources(reader, places);
		addJavaSources(javaPackage, places);
		List<Revision> gone = new ArrayList<>();
		for (Revision revision : built.graph().revisions()) {
			Script script = built.script(revision);
			if (!places.contains(script.location()) && !places.contains(revision.id())) {
				(sourceIsGone(script) ? gone : this.revisions).add(revision);
			}
		}
		addGone(gone);
		this.graph = RevisionGraph.of(this.revisions);
	}

	private void addSources(SqlScriptReader reader, Set<String> places) {
		List<Folder> existing = this.folders.existing();
		List<String> locations = existing.stream().map((folder) -> "file:" + folder.path()).toList();
		for (SqlScript script : reader.read(locations).scripts()) {
			this.revisions.add(script.revision());
			places.add(script.revision().id());
			if (this.built.scripts().get(script.revision().id()) instanceof SqlScript before
					&& wasEdited(before, script)) {
				this.edited.add(script.revision());
			}
			for (Folder folder : existing) {
				String prefix = "file:" + folder.path() + "/";
				if (script.location().startsWith(prefix) && folder.path() != null) {
					String path = script.location().substring(prefix.length());
					places.add(folder.location() + "/" + path);
					this.files.put(script.revision().id(), folder.path().resolve(path));
				}
			}
		}
	}

	/**
	 * Adds the Java sources. A compiled revision is read from its class: its source has
	 * the same values, but constants are known only in the class.
	 */
	private void addJavaSources(@Nullable String javaPackage, Set<String> places) {
		Set<String> compiled = new HashSet<>();
		this.built.scripts().values().stream().filter(JavaRevisionScript.class::isInstance).forEach((script) -> {
			compiled.add(script.location());
			compiled.add(script.revision().id());
		});
		for (Revision revision : this.javaSources.in(javaPackage)) {
			if (!compiled.contains(revision.source()) && !compiled.contains(revision.id())) {
				this.revisions.add(revision);
				places.add(revision.id());
			}
		}
	}

	/**
	 * Adds the revisions without a source. One that a revision in the sources follows
	 * counts: it may come from unknown sources. If it was deleted, the next build fails.
	 */
	private void addGone(List<Revision> gone) {
		Set<String> needed = new HashSet<>();
		this.revisions.forEach((revision) -> addNeeded(revision, needed));
		for (int i = gone.size() - 1; i >= 0; i--) {
			Revision revision = gone.get(i);
			boolean isNeeded = needed.contains(revision.id())
					|| revision.branchLabels().stream().anyMatch(needed::contains);
			if (isNeeded) {
				this.revisions.add(0, revision);
				this.missing.add(0, revision);
				addNeeded(revision, needed);
			}
			else {
				this.withoutSource.add(0, revision);
			}
		}
	}

	private static void addNeeded(Revision revision, Set<String> needed) {
		needed.addAll(revision.downRevisions());
		needed.addAll(revision.dependsOn());
	}

	/**
	 * Returns whether a script was edited after the build. A build may change the files
	 * that it copies, but then the copies are not older.
	 */
	private static boolean wasEdited(SqlScript before, SqlScript now) {
		Instant copied = before.lastModified().orElse(Instant.MAX);
		return !before.checksum().equals(now.checksum())
				&& now.lastModified().filter((written) -> written.isAfter(copied)).isPresent();
	}

	private boolean sourceIsGone(Script script) {
		if (this.output == null || !this.output.holds(script.place())) {
			return false;
		}
		return (script instanceof JavaRevisionScript) ? !this.javaSources.mayHave(script.revision())
				: this.folders.existing().stream().anyMatch((folder) -> folder.holds(script.location()));
	}

	/**
	 * Returns the graph of all of them.
	 */
	public RevisionGraph graph() {
		return this.graph;
	}

	/**
	 * Returns the differences to the build.
	 */
	public SourceState state() {
		return new SourceState(this.graph.revisions()
			.stream()
			.filter((revision) -> !this.built.scripts().containsKey(revision.id()))
			.toList(), this.withoutSource, this.missing, this.edited, null);
	}

	/**
	 * Checks that the graph is valid with a revision.
	 * @throws dev.migrator.revision.InvalidRevisionGraphException if it is not
	 */
	public void check(Revision added) {
		List<Revision> all = new ArrayList<>(this.revisions);
		all.add(added);
		RevisionGraph.of(all);
	}

	/**
	 * Finds the source of a revision, if it is in the project.
	 */
	public Optional<Path> file(Revision revision) {
		Path file = this.files.get(revision.id());
		return (file != null) ? Optional.of(file) : this.javaSources.file(revision.source());
	}

}
