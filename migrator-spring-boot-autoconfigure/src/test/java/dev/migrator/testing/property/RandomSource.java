package dev.migrator.testing.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What a {@link Generator} draws from. The same seed gives the same draws on every JDK:
 * the algorithm of {@link Random} is part of its specification. Each element of a list is
 * drawn from a source of its own, so that one can be left out and the others stay.
 */
public final class RandomSource {

	private final Random random;

	private final Set<Long> leftOut;

	private final List<Long> elements;

	/**
	 * A source from a seed.
	 * @param seed any number
	 */
	public RandomSource(long seed) {
		this(seed, Set.of());
	}

	/**
	 * A source from a seed, without some elements of lists.
	 * @param seed any number
	 * @param leftOut what identifies the elements, see {@link #elements()}
	 */
	RandomSource(long seed, Set<Long> leftOut) {
		this(seed, leftOut, new ArrayList<>());
	}

	private RandomSource(long seed, Set<Long> leftOut, List<Long> elements) {
		this.random = new Random(Seeds.mixed(seed));
		this.leftOut = leftOut;
		this.elements = elements;
	}

	/**
	 * The source of a test that draws itself what it does: of a fixed seed in the normal
	 * run, of a new one, which is printed, in the thorough run.
	 * @return the source for the test that is running
	 */
	public static RandomSource ofThisTest() {
		return new RandomSource(Seeds.of(RunningMethod.find()).get(1));
	}

	/**
	 * A number.
	 * @param bound how many there are
	 * @return one from 0 to {@code bound - 1}
	 */
	public int below(int bound) {
		return this.random.nextInt(bound);
	}

	public int between(int min, int max) {
		return min + below(max - min + 1);
	}

	public long nextLong() {
		return this.random.nextLong();
	}

	public boolean oneIn(int number) {
		return below(number) == 0;
	}

	public <T> T pick(List<T> values) {
		return values.get(below(values.size()));
	}

	<T> List<T> list(int min, int max, Generator<T> generator) {
		List<T> list = new ArrayList<>();
		for (int left = size(min, max); left > 0; left--) {
			long element = nextLong();
			boolean spare = list.size() + left > min;
			if (spare && this.leftOut.contains(element)) {
				continue;
			}
			if (spare) {
				this.elements.add(element);
			}
			list.add(generator.next(new RandomSource(element, this.leftOut, this.elements)));
		}
		return List.copyOf(list);
	}

	private int size(int min, int max) {
		return switch (below(10)) {
			case 0 -> min;
			case 1 -> max;
			case 2, 3, 4 -> between(min, Math.min(max, min + 5));
			default -> between(min, max);
		};
	}

	/**
	 * The elements of lists that can be left out, those that hold others before them.
	 * @return what identifies each
	 */
	List<Long> elements() {
		return List.copyOf(this.elements);
	}

}
