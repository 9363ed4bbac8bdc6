package dev.migrator.revision;

import java.util.List;

/**
 * A node of the graph: one change of the database, and its place.
 *
 * @param id the id, unique in a graph
 * @param downRevisions ids of the revisions that this one follows: none for a base,
 * several for a merge point
 * @param dependsOn ids or branch labels of revisions that have to be applied before this
 * one without following them
 * @param branchLabels names for the branch that starts here
 * @param message a short description of the change, or empty
 * @param source the source of the revision, for messages only: the location of a file, or
 * the full name of a class
 */
public record Revision(String id, List<String> downRevisions, List<String> dependsOn, List<String> branchLabels,
		String message, String source) {

	public Revision {
		downRevisions = List.copyOf(downRevisions);
		dependsOn = List.copyOf(dependsOn);
		branchLabels = List.copyOf(branchLabels);
	}

	/**
	 * Returns the revision as messages show it: id and source.
	 * @return the description on one line
	 */
	String describe() {
		return this.id + " (" + this.source + ")";
	}

}
