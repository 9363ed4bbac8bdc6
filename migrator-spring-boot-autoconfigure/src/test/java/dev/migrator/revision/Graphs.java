package dev.migrator.revision;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Graphs as tests write them: {@code graph("a", "b <- a as one", "c <- a, b needs x")}.
 */
public final class Graphs {

	private static final Pattern FORM = Pattern
		.compile("(?<id>\\S*)(?: <- (?<down>.+?))?(?: needs (?<needs>.+?))?(?: as (?<labels>.+?))?");

	private Graphs() {
	}

	public static RevisionGraph graph(String... revisions) {
		return RevisionGraph.of(Arrays.stream(revisions).map(Graphs::revision).toList());
	}

	static Revision revision(String text) {
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(text);
		}
		String id = Objects.requireNonNull(matcher.group("id"));
		return new Revision(id, list(matcher.group("down")), list(matcher.group("needs")),
				list(matcher.group("labels")), "", id + ".sql");
	}

	private static List<String> list(@Nullable String text) {
		return (text != null) ? List.of(text.split(", ")) : List.of();
	}

	static Planner planner(RevisionGraph graph) {
		return new Planner(graph);
	}

	static List<String> rows(String... rows) {
		return List.of(rows);
	}

}
