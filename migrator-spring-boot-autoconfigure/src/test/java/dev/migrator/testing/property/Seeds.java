package dev.migrator.testing.property;

import java.util.concurrent.ThreadLocalRandom;

import dev.migrator.testing.Strength;

/**
 * The seeds of a test's tries, one after the other. Tests do not share them.
 *
 * @param first the seed of the first try
 * @param again whether there is only this one, to run a failed try again
 */
record Seeds(long first, boolean again) {

	private static final String PROPERTY = "migrator.test.seed";

	/**
	 * The seeds of this run: fixed ones in the normal run, new ones, which are printed,
	 * in the thorough run, and the one that the run is given.
	 */
	static Seeds of(RunningMethod test) {
		Long given = Long.getLong(PROPERTY);
		if (given != null) {
			return again(given);
		}
		if (!Strength.isThorough()) {
			return fixed(test);
		}
		Seeds drawn = drawn();
		System.out.println(test + " tries seeds from " + drawn.first());
		return drawn;
	}

	static Seeds fixed(RunningMethod test) {
		return new Seeds(mixed(test.toString().hashCode()), false);
	}

	static Seeds drawn() {
		return new Seeds(ThreadLocalRandom.current().nextLong(), false);
	}

	static Seeds again(long seed) {
		return new Seeds(seed, true);
	}

	long get(int number) {
		return this.first + number - 1;
	}

	/**
	 * Neighbours become numbers that have nothing in common: the last step of SplitMix64,
	 * see Steele, Lea and Flood, "Fast splittable pseudorandom number generators".
	 */
	static long mixed(long number) {
		long mixed = number + 0x9E3779B97F4A7C15L;
		mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

	static String option(long seed) {
		return "-D" + PROPERTY + "=" + seed;
	}

}
