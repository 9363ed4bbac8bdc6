package dev.migrator.internal.script.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The keys of a script's header.
 */
enum HeaderKey {

	REVISION, REVISES, CREATED, DEPENDS_ON, BRANCH_LABELS, TRANSACTION;

	private static final int NEAR = 2;

	private static final Map<String, HeaderKey> BY_TEXT = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(HeaderKey::toString, (key) -> key));

	private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

	static @Nullable HeaderKey of(String text) {
		return BY_TEXT.get(text);
	}

	static @Nullable HeaderKey near(String text) {
		String lower = text.toLowerCase(Locale.ROOT).replace('_', '-');
		return Arrays.stream(values())
			.min(Comparator.comparingInt((key) -> distance(lower, key.text)))
			.filter((key) -> distance(lower, key.text) <= NEAR)
			.orElse(null);
	}

	static String all() {
		return Arrays.stream(values()).map(HeaderKey::toString).collect(Collectors.joining(", "));
	}

	@Override
	public String toString() {
		return this.text;
	}

	/**
	 * Returns the number of letters that must be changed, added or removed.
	 * @see <a href="https://en.wikipedia.org/wiki/Levenshtein_distance">Levenshtein
	 * distance</a>
	 */
	private static int distance(String left, String right) {
		int[] above = new int[right.length() + 1];
		Arrays.setAll(above, (column) -> column);
		for (int row = 1; row <= left.length(); row++) {
			int[] current = new int[right.length() + 1];
			current[0] = row;
			for (int column = 1; column <= right.length(); column++) {
				int changed = above[column - 1] + ((left.charAt(row - 1) == right.charAt(column - 1)) ? 0 : 1);
				current[column] = Math.min(changed, Math.min(above[column], current[column - 1]) + 1);
			}
			above = current;
		}
		return above[right.length()];
	}

}
