package dev.migrator;

import java.util.List;

import dev.migrator.execution.LineLog;
import dev.migrator.revision.RevisionGraph;

/**
 * Says that a graph has several heads, and how to make them one.
 */
final class SeveralHeads {

	private static final LineLog logger = new LineLog("dev.migrator");

	private SeveralHeads() {
	}

	static void warn(RevisionGraph graph, String target) {
		List<String> heads = graph.heads();
		if (heads.size() > 1 && "heads".equals(target)) {
			logger.warn(description(heads) + " " + action(heads));
		}
	}

	static String description(List<String> heads) {
		return "There are %s heads: %s. All of them are applied, in an order that the next revision cannot rely on."
			.formatted(heads.size(), String.join(", ", heads));
	}

	static String action(List<String> heads) {
		return "Merge them: migrator merge %s -m \"merge heads\"".formatted(String.join(" ", heads));
	}

}
