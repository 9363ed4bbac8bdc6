package dev.migrator.internal.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds the names that somebody may have meant: names that begin like the given name or
 * differ from it in few characters. Characters are code points here.
 */
public final class NearNames {

	private static final int MOST = 3;

	private static final int COMMON_PREFIX = 6;

	private final int[] wanted;

	private NearNames(String wanted) {
		this.wanted = characters(wanted);
	}

	/**
	 * Finds near names.
	 * @param wanted the name that does not exist
	 * @param names the names that exist
	 * @return the nearest, best first, names that are equally near in the given order
	 */
	public static List<String> of(String wanted, Collection<String> names) {
		return new NearNames(wanted).among(names);
	}

	private List<String> among(Collection<String> names) {
		List<Candidate> candidates = new ArrayList<>();
		for (String name : names) {
			int distance = distanceTo(characters(name));
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

	private static int[] characters(String name) {
		return name.toLowerCase(Locale.ROOT).codePoints().toArray();
	}

	private int distanceTo(int[] name) {
		int shorter = Math.min(this.wanted.length, name.length);
		int tolerated = (shorter < 5) ? shorter / 3 : 2;
		if (Math.abs(this.wanted.length - name.length) <= tolerated) {
			int edits = editsTo(name);
			if (edits <= tolerated) {
				return edits;
			}
		}
		int alike = Arrays.mismatch(this.wanted, name);
		boolean continues = shorter >= 2 && alike == shorter;
		return (alike >= COMMON_PREFIX || continues) ? COMMON_PREFIX : Integer.MAX_VALUE;
	}

	/**
	 * Returns the Levenshtein distance in which two swapped neighbours count once
	 * (optimal string alignment). Keeps three rows of the table at a time.
	 */
	private int editsTo(int[] name) {
		int[] beforePrevious = new int[name.length + 1];
		int[] previous = new int[name.length + 1];
		for (int column = 0; column < previous.length; column++) {
			previous[column] = column;
		}
		for (int row = 1; row <= this.wanted.length; row++) {
			int[] current = new int[previous.length];
			current[0] = row;
			for (int column = 1; column < current.length; column++) {
				int replaced = previous[column - 1] + ((this.wanted[row - 1] == name[column - 1]) ? 0 : 1);
				current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
				if (row > 1 && column > 1 && this.wanted[row - 1] == name[column - 2]
						&& this.wanted[row - 2] == name[column - 1]) {
					current[column] = Math.min(current[column], beforePrevious[column - 2] + 1);
				}
			}
			beforePrevious = previous;
			previous = current;
		}
		return previous[name.length];
	}

	private record Candidate(String name, int distance) {

	}

}
