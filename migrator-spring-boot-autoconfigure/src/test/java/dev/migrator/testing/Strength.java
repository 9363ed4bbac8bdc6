package dev.migrator.testing;

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

}
