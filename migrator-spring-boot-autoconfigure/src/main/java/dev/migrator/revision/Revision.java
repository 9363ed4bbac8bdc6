package dev.migrator.revision;

import java.util.List;

/**
 * A node of the graph: one change of the database, and where it stands.
 *
 * @param id the id, unique in a graph
 * @param downRevisions ids of the revisions that this one follows: none for a base,
 * several for a merge point
 * @param dependsOn ids or branch labels of revisions that have to be applied before this
 * one although it does not follow them
 * @param branchLabels names for the branch that starts here
 * @param message what the revision does, in a few words, or empty
 * @param source where the revision is written, for messages only: the location of a file,
 * or the full name of a class
 */
public record Revision(String id, List<String> downRevisions, List<String> dependsOn, List<String> branchLabels,
		String message, String source) {

	public Revision {
		downRevisions = List.copyOf(downRevisions);
		dependsOn = List.copyOf(dependsOn);
		branchLabels = List.copyOf(branchLabels);
	}

	/**
	 * The revision as a message names it: id and source.
	 * @return the description on one line
	 */
	String describe() {
		return this.id + " (" + this.source + ")";
	}

}
