package dev.migrator.internal.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;

/**
 * The scripts of an application, and the graph of their revisions.
 */
public final class RevisionScripts {

	private final Map<String, Script> scripts;

	private final RevisionGraph graph;

	private final List<String> locations;

	private final List<String> placesWithoutScripts;

	private RevisionScripts(Map<String, Script> scripts, RevisionGraph graph, List<String> locations,
			List<String> placesWithoutScripts) {
		this.scripts = scripts;
		this.graph = graph;
		this.locations = List.copyOf(locations);
		this.placesWithoutScripts = List.copyOf(placesWithoutScripts);
	}

	/**
	 * Collects the scripts of an application.
	 * @param files the SQL scripts, and the locations without any
	 * @param classes as for {@link #of(List, List, List)}
	 * @param locations as for {@link #of(List, List, List)}
	 * @return the scripts and their graph
	 * @throws dev.migrator.revision.InvalidRevisionGraphException if the revisions do not
	 * form a graph
	 */
	public static RevisionScripts of(SqlScripts files, List<? extends Script> classes, List<String> locations) {
		List<String> without = new ArrayList<>();
		files.missingLocations().forEach((location) -> without.add("there is no folder " + location));
		files.emptyLocations().forEach((location) -> without.add("no file in " + location + " ends in .sql"));
		return of(files.scripts(), classes, locations, without);
	}

	/**
	 * Collects scripts.
	 * @param files the SQL scripts, in file order
	 * @param classes the Java scripts; they come after the files, by the name of the
	 * class, if nothing else orders them
	 * @param locations the locations of the files, for messages
	 * @return the scripts and their graph
	 * @throws dev.migrator.revision.InvalidRevisionGraphException if the revisions do not
	 * form a graph
	 */
	public static RevisionScripts of(List<? extends Script> files, List<? extends Script> classes,
			List<String> locations) {
		return of(files, classes, locations, List.of());
	}

	private static RevisionScripts of(List<? extends Script> files, List<? extends Script> classes,
			List<String> locations, List<String> placesWithoutScripts) {
		List<Script> all = new ArrayList<>(files);
		classes.stream().sorted((a, b) -> a.location().compareTo(b.location())).forEach(all::add);
		RevisionGraph graph = RevisionGraph.of(all.stream().map(Script::revision).toList());
		Map<String, Script> scripts = new LinkedHashMap<>();
		all.forEach((script) -> scripts.put(script.revision().id(), script));
		return new RevisionScripts(Collections.unmodifiableMap(scripts), graph, locations, placesWithoutScripts);
	}

	/**
	 * Returns the scripts by the ids of their revisions.
	 * @return the scripts, in file order
	 */
	public Map<String, Script> scripts() {
		return this.scripts;
	}

	/**
	 * Returns the script of a revision.
	 * @param revision a revision of the {@link #graph()}
	 * @return its script
	 */
	public Script script(Revision revision) {
		return Objects.requireNonNull(this.scripts.get(revision.id()), revision::id);
	}

	/**
	 * Returns the graph of their revisions.
	 * @return the graph
	 */
	public RevisionGraph graph() {
		return this.graph;
	}

	/**
	 * Returns the locations that were searched.
	 * @return the locations
	 */
	public List<String> locations() {
		return this.locations;
	}

	/**
	 * Returns the locations without scripts, and the reasons.
	 * @return a clause for each, for messages
	 */
	public List<String> placesWithoutScripts() {
		return this.placesWithoutScripts;
	}

}
