package dev.migrator.internal.script.writing;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.revision.RevisionGraph;

/**
 * Finds what a new revision depends on.
 */
final class Dependencies {

	private final RevisionGraph graph;

	Dependencies(RevisionGraph graph) {
		this.graph = graph;
	}

	/**
	 * The dependencies as they are written: labels as labels, so that they go on to name
	 * the branch, and full ids.
	 */
	List<String> of(List<String> targets) {
		List<String> names = new ArrayList<>();
		for (String target : targets) {
			String name = isLabel(target) ? target : this.graph.resolve(target).id();
			if (names.contains(name)) {
				throw new NewRevisionException("The dependency " + name + " is named twice.", "Name it once.");
			}
			names.add(name);
		}
		return names;
	}

	private boolean isLabel(String target) {
		return this.graph.revisions().stream().anyMatch((revision) -> revision.branchLabels().contains(target));
	}

}
