package dev.migrator.internal.script.text;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The header of a revision script.
 *
 * @param revision the id of the revision
 * @param downRevisions ids of the revisions that it follows: none for a base, several for
 * a merge
 * @param dependsOn ids or branch labels of revisions that must be applied before this one
 * without being followed by it
 * @param branchLabels names for the branch that the revision is on
 * @param message a short description of the revision; may be empty
 * @param wholeMessage the message, and the prose below it
 * @param created the time when the script was written, if it has one
 * @param transactional whether the revision runs in a transaction
 */
public record ScriptHeader(String revision, List<String> downRevisions, List<String> dependsOn,
		List<String> branchLabels, String message, String wholeMessage, @Nullable Instant created,
		boolean transactional) {

	public ScriptHeader {
		downRevisions = List.copyOf(downRevisions);
		dependsOn = List.copyOf(dependsOn);
		branchLabels = List.copyOf(branchLabels);
		// Most scripts have no prose, and an application may have tens of thousands.
		wholeMessage = wholeMessage.equals(message) ? message : wholeMessage;
	}

}
