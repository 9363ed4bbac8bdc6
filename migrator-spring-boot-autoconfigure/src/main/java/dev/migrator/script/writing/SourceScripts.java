package dev.migrator.script.writing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.script.JavaScript;
import dev.migrator.script.RevisionScripts;
import dev.migrator.script.Script;
import dev.migrator.script.SqlScript;
import dev.migrator.script.SqlScriptReader;
import dev.migrator.script.writing.ScriptFolders.Folder;
import org.jspecify.annotations.Nullable;

/**
 * All revisions that a new one is checked against: those that the application has, and
 * those that are in its source and not built yet. The same place in a location, or the
 * same id, is the same script; the one in the source counts.
 */
final class SourceScripts {

	private final List<Revision> revisions = new ArrayList<>();

	private final Map<String, Path> files = new HashMap<>();

	private final RevisionGraph graph;

	private final JavaSources javaSources;

	SourceScripts(RevisionScripts built, ScriptFolders folders, SqlScriptReader reader, JavaSources javaSources,
			@Nullable String javaPackage) {
		this.javaSources = javaSources;
		Set<String> places = new HashSet<>();
		addSources(folders, reader, places);
		Set<String> classes = new HashSet<>();
		for (Script script : built.scripts().values()) {
			if (!places.contains(script.location()) && !places.contains(script.revision().id())) {
				this.revisions.add(script.revision());
			}
			if (script instanceof JavaScript) {
				classes.add(script.location());
				classes.add(script.revision().id());
			}
		}
		for (Revision revision : javaSources.in(javaPackage)) {
			if (!classes.contains(revision.source()) && !classes.contains(revision.id())) {
				this.revisions.add(revision);
			}
		}
		this.graph = RevisionGraph.of(this.revisions);
	}

	private void addSources(ScriptFolders folders, SqlScriptReader reader, Set<String> places) {
		List<Folder> existing = folders.existing();
		List<String> locations = existing.stream().map((folder) -> "file:" + folder.path()).toList();
		for (SqlScript script : reader.read(locations).scripts()) {
			this.revisions.add(script.revision());
			places.add(script.revision().id());
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
	 * The graph of all of them.
	 */
	RevisionGraph graph() {
		return this.graph;
	}

	/**
	 * Checks that a revision fits in.
	 * @throws dev.migrator.revision.InvalidRevisionGraphException if it does not
	 */
	void check(Revision added) {
		List<Revision> all = new ArrayList<>(this.revisions);
		all.add(added);
		RevisionGraph.of(all);
	}

	/**
	 * Where the source of a revision is, if it is in the project.
	 */
	Optional<Path> file(Revision revision) {
		Path file = this.files.get(revision.id());
		return (file != null) ? Optional.of(file) : this.javaSources.file(revision.source());
	}

}
