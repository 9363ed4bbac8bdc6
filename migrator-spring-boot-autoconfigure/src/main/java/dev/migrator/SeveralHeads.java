package dev.migrator;

import java.util.List;

import dev.migrator.revision.RevisionGraph;

/**
 * Says that a graph has several heads, and how to make them one.
 */
final class SeveralHeads {

	private SeveralHeads() {
	}

	/**
	 * The warning for an upgrade, if there is one.
	 */
	static List<String> warning(RevisionGraph graph, String target) {
		List<String> heads = graph.heads();
		return (heads.size() > 1 && "heads".equals(target)) ? List.of(description(heads) + " " + action(heads))
				: List.of();
	}

	static String description(List<String> heads) {
		return "There are %s heads: %s. An upgrade applies all of them, in an order that the next revision cannot rely on."
			.formatted(heads.size(), String.join(", ", heads));
	}

	static String action(List<String> heads) {
		return "Merge them: migrator merge %s -m \"merge heads\"".formatted(String.join(" ", heads));
	}

}
