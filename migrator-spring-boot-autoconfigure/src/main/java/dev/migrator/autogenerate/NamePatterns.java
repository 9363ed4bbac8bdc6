package dev.migrator.autogenerate;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Patterns that select names. In a pattern, {@code *} matches any characters and
 * {@code ?} matches one. A character is a code point, as in LIKE.
 *
 * @param include patterns of which one must match, or none for all names
 * @param exclude patterns of which none may match
 */
public record NamePatterns(List<String> include, List<String> exclude) {

	/**
	 * All names.
	 */
	public static final NamePatterns ALL = new NamePatterns(List.of(), List.of());

	public NamePatterns {
		include = List.copyOf(include);
		exclude = List.copyOf(exclude);
	}

	/**
	 * Returns whether an object is selected.
	 * @param names the names of the object
	 * @return whether one is included and none excluded
	 */
	public boolean take(String... names) {
		return (this.include.isEmpty() || match(this.include, names)) && !match(this.exclude, names);
	}

	static boolean match(List<String> patterns, String... names) {
		return !patterns.isEmpty() && Stream.of(names).anyMatch(anyOf(patterns));
	}

	/**
	 * Returns a predicate for the names that match one of several patterns.
	 */
	public static Predicate<String> anyOf(List<String> patterns) {
		return patterns.stream()
			.map((glob) -> pattern(glob).asMatchPredicate())
			.reduce(Predicate::or)
			.orElse((name) -> false);
	}

	private static Pattern pattern(String glob) {
		String regex = glob.codePoints()
			.mapToObj((c) -> (c == '*') ? ".*" : (c == '?') ? "." : Pattern.quote(Character.toString(c)))
			.collect(Collectors.joining());
		return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
	}

}
