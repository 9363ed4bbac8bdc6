package dev.migrator.testing;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much is tried: moderately in the normal run, at full strength in the profile
 * {@code thorough}.
 */
public final class Strength {

	private static final boolean THOROUGH = Boolean.getBoolean("migrator.test.thorough");

	private Strength() {
	}

	/**
	 * Whether this is the thorough run.
	 * @return {@code false} in the normal run
	 */
	public static boolean isThorough() {
		return THOROUGH;
	}

	/**
	 * A number of tries, kills, starters.
	 * @param normal how many in the normal run
	 * @param thorough how many in the thorough run
	 * @return the one that counts in this run
	 */
	public static int of(int normal, int thorough) {
		return THOROUGH ? thorough : normal;
	}

	/**
	 * Examples of which the normal run tries every third, the same ones each time.
	 * @param examples all of them
	 * @return those that count in this run
	 */
	public static <T> Stream<T> some(Stream<T> examples) {
		if (THOROUGH) {
			return examples;
		}
		List<T> all = examples.toList();
		return IntStream.iterate(0, (i) -> i < all.size(), (i) -> i + 3).mapToObj(all::get);
	}

}
