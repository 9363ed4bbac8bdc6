package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds the names that somebody may have meant: those that begin like the given one or
 * differ from it in few characters.
 */
final class NearNames {

	private static final int MOST = 3;

	private static final int COMMON_PREFIX = 6;

	private final String wanted;

	private NearNames(String wanted) {
		this.wanted = wanted.toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds near names.
	 * @param wanted the name that does not exist
	 * @param names the names that do
	 * @return the nearest, best first, equally near ones in the given order
	 */
	static List<String> of(String wanted, Collection<String> names) {
		return new NearNames(wanted).among(names);
	}

	private List<String> among(Collection<String> names) {
		List<Candidate> candidates = new ArrayList<>();
		for (String name : names) {
			int distance = distanceTo(name.toLowerCase(Locale.ROOT));
			if (distance < Integer.MAX_VALUE) {
				candidates.add(new Candidate(name, distance));
			}
		}
		return candidates.stream()
			.sorted(Comparator.comparingInt(Candidate::distance))
			.limit(MOST)
			.map(Candidate::name)
			.toList();
	}

	private int distanceTo(String name) {
		int shorter = Math.min(this.wanted.length(), name.length());
		int tolerated = (shorter < 5) ? shorter / 3 : 2;
		if (Math.abs(this.wanted.length() - name.length()) <= tolerated) {
			int edits = editsTo(name);
			if (edits <= tolerated) {
				return edits;
			}
		}
		boolean beginsAlike = shorter >= COMMON_PREFIX && this.wanted.regionMatches(0, name, 0, COMMON_PREFIX);
		boolean continues = shorter >= 2 && (name.startsWith(this.wanted) || this.wanted.startsWith(name));
		return (beginsAlike || continues) ? COMMON_PREFIX : Integer.MAX_VALUE;
	}

	/**
	 * The Levenshtein distance, two rows of the table at a time.
	 */
	private int editsTo(String name) {
		int[] previous = new int[name.length() + 1];
		for (int column = 0; column < previous.length; column++) {
			previous[column] = column;
		}
		for (int row = 1; row <= this.wanted.length(); row++) {
			int[] current = new int[previous.length];
			current[0] = row;
			for (int column = 1; column < current.length; column++) {
				int replaced = previous[column - 1]
						+ ((this.wanted.charAt(row - 1) == name.charAt(column - 1)) ? 0 : 1);
				current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
			}
			previous = current;
		}
		return previous[name.length()];
	}

	private record Candidate(String name, int distance) {

	}

}
