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
 * All revisions that a new one is checked against: those in the source, built or not, and
 * those that the application has from elsewhere. The same place in a location, or the
 * same id, is the same script; the one in the source counts. What was built of a source
 * that is gone does not count: the next clean build has it no more.
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
		this.output = (project != null) ? new BuildOutput(project) : null;
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
	 * What is compiled is read from its class: the source says the same, and constants
	 * are only known there.
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
	 * What something in the sources stands on counts: it may come from sources that are
	 * not known here. Where it was deleted the next build says so.
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
	 * A build may change what it copies. What it copied is not older then.
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
	 * The graph of all of them.
	 */
	public RevisionGraph graph() {
		return this.graph;
	}

	/**
	 * How they differ from what was built.
	 */
	public SourceState state() {
		return new SourceState(this.graph.revisions()
			.stream()
			.filter((revision) -> !this.built.scripts().containsKey(revision.id()))
			.toList(), this.withoutSource, this.missing, this.edited, null);
	}

	/**
	 * Checks that a revision fits in.
	 * @throws dev.migrator.revision.InvalidRevisionGraphException if it does not
	 */
	public void check(Revision added) {
		List<Revision> all = new ArrayList<>(this.revisions);
		all.add(added);
		RevisionGraph.of(all);
	}

	/**
	 * Where the source of a revision is, if it is in the project.
	 */
	public Optional<Path> file(Revision revision) {
		Path file = this.files.get(revision.id());
		return (file != null) ? Optional.of(file) : this.javaSources.file(revision.source());
	}

}
