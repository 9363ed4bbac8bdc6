package dev.migrator.testing.property;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * One input, and what came of it.
 *
 * @param input the input
 * @param elements what could be left out of it
 * @param leftOut what was left out of it
 * @param thrown why the property does not hold for it, or {@code null} if it does
 */
record Attempt<T>(T input, List<Long> elements, Set<Long> leftOut, @Nullable Throwable thrown) {

	/** Some inputs take a second. */
	private static final int MAX_TO_MAKE_SMALLER = 300;

	static <T> Attempt<T> with(T input, Check<? super T> check) {
		return new Attempt<>(input, List.of(), Set.of(), thrown(input, check));
	}

	static <T> Attempt<T> with(long seed, Generator<T> generator, Check<? super T> check) {
		return with(seed, Set.of(), generator, check);
	}

	private static <T> Attempt<T> with(long seed, Set<Long> leftOut, Generator<T> generator, Check<? super T> check) {
		RandomSource random = new RandomSource(seed, leftOut);
		T input = generator.next(random);
		return new Attempt<>(input, random.elements(), leftOut, thrown(input, check));
	}

	private static <T> @Nullable Throwable thrown(T input, Check<? super T> check) {
		try {
			check.accept(input);
			return null;
		}
		catch (Throwable ex) {
			return ex;
		}
	}

	boolean isPassedOver() {
		return this.thrown instanceof TestAbortedException;
	}

	boolean hasFailed() {
		return this.thrown != null && !isPassedOver();
	}

	/**
	 * Leaves out one element of a list after the other, and keeps what still fails in the
	 * same way.
	 */
	Attempt<T> smaller(long seed, Generator<T> generator, Check<? super T> check) {
		Attempt<T> smallest = this;
		int attempts = 0;
		int next = 0;
		int unchanged = 0;
		while (unchanged < smallest.elements.size() && attempts < MAX_TO_MAKE_SMALLER) {
			if (next >= smallest.elements.size()) {
				next = 0;
			}
			Set<Long> without = new HashSet<>(smallest.leftOut);
			without.add(smallest.elements.get(next));
			Attempt<T> attempt = with(seed, without, generator, check);
			attempts++;
			if (attempt.failsLike(this)) {
				smallest = attempt;
				unchanged = 0;
			}
			else {
				next++;
				unchanged++;
			}
		}
		return smallest;
	}

	private boolean failsLike(Attempt<T> other) {
		return this.thrown != null && other.thrown != null && this.thrown.getClass() == other.thrown.getClass();
	}

}
