package dev.migrator.internal.script.writing;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.revision.RevisionGraph;

/**
 * Finds the revisions that a new one depends on.
 */
final class Dependencies {

	private final RevisionGraph graph;

	Dependencies(RevisionGraph graph) {
		this.graph = graph;
	}

	/**
	 * Returns the dependencies as they are written: labels stay labels, so that they
	 * continue to name the branch; all others become full ids.
	 */
	List<String> of(List<String> targets) {
		List<String> names = new ArrayList<>();
		for (String target : targets) {
			String name = isLabel(target) ? target : this.graph.resolve(target).id();
			if (names.contains(name)) {
				throw new NewRevisionException("The dependency " + name + " is given twice.", "Give it once.");
			}
			names.add(name);
		}
		return names;
	}

	private boolean isLabel(String target) {
		return this.graph.revisions().stream().anyMatch((revision) -> revision.branchLabels().contains(target));
	}

}
