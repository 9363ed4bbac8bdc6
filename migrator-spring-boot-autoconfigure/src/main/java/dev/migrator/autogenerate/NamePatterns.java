package dev.migrator.autogenerate;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which names are looked at. In a pattern {@code *} stands for any characters and
 * {@code ?} for one; a character is a code point, as in LIKE.
 *
 * @param include patterns of which one has to match, or none for all names
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
	 * Whether something is looked at.
	 * @param names the names that it goes by
	 * @return whether one is included and none excluded
	 */
	public boolean take(String... names) {
		return (this.include.isEmpty() || match(this.include, names)) && !match(this.exclude, names);
	}

	static boolean match(List<String> patterns, String... names) {
		return !patterns.isEmpty() && Stream.of(names).anyMatch(anyOf(patterns));
	}

	/**
	 * The names that one of several patterns stands for, to be asked for many names.
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
