package dev.migrator.internal.command;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.script.project.SourceState;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;

/**
 * Warns that a graph has several heads, and advises how to merge them.
 */
public final class SeveralHeads {

	private final boolean allowed;

	private final Supplier<SourceState> sources;

	/**
	 * Creates the check.
	 * @param allowed whether several heads are allowed permanently
	 * @param sources called only if there are several
	 */
	public SeveralHeads(boolean allowed, Supplier<SourceState> sources) {
		this.allowed = allowed;
		this.sources = sources;
	}

	/**
	 * Returns whether there are several heads that should be merged.
	 */
	public boolean in(RevisionGraph graph) {
		return !this.allowed && graph.heads().size() > 1;
	}

	/**
	 * Returns the warning for an upgrade, if there is one.
	 */
	List<String> warning(RevisionGraph graph, String target) {
		List<String> heads = graph.heads();
		return (in(graph) && "heads".equals(target)) ? List.of(description(heads) + " " + action(heads)) : List.of();
	}

	public static String description(List<String> heads) {
		return "There are %s heads: %s. An upgrade applies all of them, in an order that the next revision cannot rely on."
			.formatted(heads.size(), String.join(", ", heads));
	}

	public String action(List<String> heads) {
		return unbuiltMerge(heads)
			.map((merge) -> "A revision in the sources merges some of them, %s: build the application with it."
				.formatted(Printable.line(merge.id())))
			.orElseGet(() -> "Merge them: migrator merge %s -m \"merge heads\"".formatted(String.join(" ", heads)));
	}

	private Optional<Revision> unbuiltMerge(List<String> heads) {
		return this.sources.get().notBuilt().stream().filter((revision) -> {
			Set<String> merged = new HashSet<>(revision.downRevisions());
			merged.retainAll(heads);
			return merged.size() > 1;
		}).findFirst();
	}

}
