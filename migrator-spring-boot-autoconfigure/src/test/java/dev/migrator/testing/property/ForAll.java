package dev.migrator.testing.property;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What holds for every input. In a test: <pre class="code">
 * ForAll.of(Generator.strings(20)).tries(1000).check((text) -&gt;
 *         assertThat(read(written(text))).isEqualTo(text));
 * </pre> An input that does not fit is passed over by JUnit's {@code assumeTrue}, and
 * another one is tried in its place.
 *
 * @param <T> the type of the inputs
 */
public final class ForAll<T> {

	/** How many inputs are passed over for each that is tried. */
	private static final int PASSED_OVER = 5;

	private final Generator<T> generator;

	private final int tries;

	private final List<T> knownValues;

	private final List<Long> knownSeeds;

	private ForAll(Generator<T> generator, int tries, List<T> knownValues, List<Long> knownSeeds) {
		this.generator = generator;
		this.tries = tries;
		this.knownValues = knownValues;
		this.knownSeeds = knownSeeds;
	}

	/**
	 * Begins a property.
	 * @param <T> the type of the inputs
	 * @param generator makes the inputs
	 * @return a property with a thousand tries
	 */
	public static <T> ForAll<T> of(Generator<T> generator) {
		return new ForAll<>(generator, 1000, List.of(), List.of());
	}

	/**
	 * Says how many inputs are tried, beside the known ones.
	 * @param number how many
	 * @return the property with so many tries
	 */
	public ForAll<T> tries(int number) {
		if (number < 1) {
			throw new IllegalArgumentException("A property needs at least one try");
		}
		return new ForAll<>(this.generator, number, this.knownValues, this.knownSeeds);
	}

	/**
	 * Adds an input that is tried first, because it failed once.
	 * @param value the input
	 * @return the property with this input
	 */
	public ForAll<T> alsoWith(T value) {
		List<T> values = new ArrayList<>(this.knownValues);
		values.add(value);
		return new ForAll<>(this.generator, this.tries, List.copyOf(values), this.knownSeeds);
	}

	/**
	 * Adds seeds that are tried first, because they failed once.
	 * @param seeds the seeds
	 * @return the property with these seeds
	 */
	public ForAll<T> alsoWithSeeds(long... seeds) {
		List<Long> all = new ArrayList<>(this.knownSeeds);
		LongStream.of(seeds).forEach(all::add);
		return new ForAll<>(this.generator, this.tries, this.knownValues, List.copyOf(all));
	}

	/**
	 * Tries the property.
	 * @param check fails where the property does not hold
	 */
	public void check(Check<? super T> check) {
		RunningMethod test = RunningMethod.find();
		check(check, test, Seeds.of(test));
	}

	void check(Check<? super T> check, RunningMethod test, Seeds seeds) {
		if (seeds.again()) {
			tryKnown(seeds.first(), check, test);
			return;
		}
		for (T value : this.knownValues) {
			Attempt<T> attempt = Attempt.with(value, check);
			if (attempt.thrown() != null) {
				throw PropertyError.of(attempt);
			}
		}
		for (long seed : this.knownSeeds) {
			tryKnown(seed, check, test);
		}
		tryNew(seeds, check, test);
	}

	private void tryKnown(long seed, Check<? super T> check, RunningMethod test) {
		Attempt<T> attempt = Attempt.with(seed, this.generator, check);
		if (attempt.thrown() != null) {
			throw error("The known seed", seed, attempt, check, test);
		}
	}

	private void tryNew(Seeds seeds, Check<? super T> check, RunningMethod test) {
		int tried = 0;
		int passedOver = 0;
		while (tried < this.tries) {
			long seed = seeds.get(1 + tried + passedOver);
			Attempt<T> attempt = Attempt.with(seed, this.generator, check);
			if (attempt.hasFailed()) {
				throw error("Try %d of %d".formatted(tried + 1, this.tries), seed, attempt, check, test);
			}
			if (!attempt.isPassedOver()) {
				tried++;
			}
			else if (++passedOver > PASSED_OVER * this.tries) {
				throw new AssertionError(
						"%d inputs were passed over and %d tried: the generator hardly makes one that fits"
							.formatted(passedOver, tried),
						attempt.thrown());
			}
		}
	}

	private PropertyError error(String which, long seed, Attempt<T> failed, Check<? super T> check,
			RunningMethod test) {
		return PropertyError.of(which, seed, test, failed, failed.smaller(seed, this.generator, check));
	}

}
