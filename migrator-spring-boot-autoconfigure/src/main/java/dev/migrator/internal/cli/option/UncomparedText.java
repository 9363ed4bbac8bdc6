package dev.migrator.internal.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.catalog.KindWords;
import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.internal.problem.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Describes the objects of a database whose kinds are not compared. Without this a user
 * would not know that "no differences" does not include them.
 */
public final class UncomparedText {

	private static final String HEADING = "The database has objects of kinds that are not compared:";

	/** The number of names of each kind, if not all are named. */
	private static final int FIRST_NAMES = 3;

	private final Map<String, List<String>> byKind;

	public UncomparedText(List<UncomparedObject> objects) {
		this.byKind = objects.stream()
			.collect(Collectors.groupingBy(UncomparedObject::kind, LinkedHashMap::new,
					Collectors.mapping(UncomparedObject::identity, Collectors.toList())));
	}

	boolean isEmpty() {
		return this.byKind.isEmpty();
	}

	/**
	 * Returns a line for each kind.
	 */
	String firstNames() {
		boolean complete = this.byKind.values().stream().allMatch((names) -> names.size() <= FIRST_NAMES);
		return lines(UncomparedText::firstOf) + (complete ? "" : "\nList all of them: -v");
	}

	private static String firstOf(List<String> names) {
		String first = names.stream()
			.limit(FIRST_NAMES)
			.map(Printable::line)
			.collect(Collectors.joining(", ", " ", ""));
		return (names.size() > FIRST_NAMES) ? first + " and " + (names.size() - FIRST_NAMES) + " more" : first;
	}

	/**
	 * Returns a line for each object.
	 */
	String all() {
		return lines(UncomparedText::allOf);
	}

	private static String allOf(List<String> names) {
		return names.stream().map((name) -> "\n    " + Printable.line(name)).collect(Collectors.joining());
	}

	private String lines(Function<List<String>, String> shown) {
		StringBuilder lines = new StringBuilder(HEADING);
		this.byKind.forEach((kind, names) -> lines.append("\n  ")
			.append(KindWords.counted(kind, names.size()))
			.append(':')
			.append(shown.apply(names)));
		return lines.toString();
	}

	public List<Map<String, @Nullable Object>> json() {
		return this.byKind.entrySet().stream().map((kind) -> {
			Map<String, @Nullable Object> json = new LinkedHashMap<>();
			json.put("kind", kind.getKey());
			json.put("names", kind.getValue());
			return json;
		}).toList();
	}

}
