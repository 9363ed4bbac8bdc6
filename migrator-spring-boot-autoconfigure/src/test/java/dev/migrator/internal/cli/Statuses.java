package dev.migrator.internal.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migrator.result.RevisionState;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

/**
 * Revisions of a graph as commands get them to show.
 */
public final class Statuses {

	private Statuses() {
	}

	/**
	 * All revisions of a graph, newest first, where no database was asked.
	 */
	public static List<RevisionStatus> of(RevisionGraph graph) {
		List<RevisionStatus> statuses = new ArrayList<>(
				graph.revisions().stream().map((revision) -> status(revision, null, "")).toList());
		Collections.reverse(statuses);
		return statuses;
	}

	public static RevisionStatus of(RevisionGraph graph, String id, @Nullable RevisionState state, String message) {
		return status(graph.find(id).orElseThrow(), state, message);
	}

	private static RevisionStatus status(Revision revision, @Nullable RevisionState state, String message) {
		return new RevisionStatus(revision.id(), revision.downRevisions(), revision.dependsOn(),
				revision.branchLabels(), message, message, null, revision.source(), state, null, null, null, null,
				null);
	}

}
