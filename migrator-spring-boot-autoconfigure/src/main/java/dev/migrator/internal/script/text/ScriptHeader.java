package dev.migrator.internal.script.text;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a revision script says of itself.
 *
 * @param revision the id of the revision
 * @param downRevisions ids of the revisions that it follows: none for a base, several for
 * a merge
 * @param dependsOn ids or branch labels of revisions that have to be applied before
 * although this one does not follow them
 * @param branchLabels names for the branch that the revision is on
 * @param message what the revision does, in a few words; may be empty
 * @param wholeMessage the message, and what the header says in prose below it
 * @param created when the script was written, if it says so
 * @param transactional whether the revision runs in a transaction
 */
public record ScriptHeader(String revision, List<String> downRevisions, List<String> dependsOn,
		List<String> branchLabels, String message, String wholeMessage, @Nullable Instant created,
		boolean transactional) {

	public ScriptHeader {
		downRevisions = List.copyOf(downRevisions);
		dependsOn = List.copyOf(dependsOn);
		branchLabels = List.copyOf(branchLabels);
	}

}
