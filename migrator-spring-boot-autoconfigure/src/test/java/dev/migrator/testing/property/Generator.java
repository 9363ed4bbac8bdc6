package dev.migrator.testing.property;

import java.util.List;
import java.util.function.Function;

/**
 * Makes values at random: from the same {@link RandomSource} the same value. A value of
 * several parts is made by a lambda that asks the generator of each part.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface Generator<T> {

	T next(RandomSource random);

	default <R> Generator<R> map(Function<? super T, ? extends R> function) {
		return (random) -> function.apply(next(random));
	}

	/**
	 * Lists of such values, the shortest and the longest more often than the others. When
	 * a property fails, elements are left out.
	 * @param min the least number of elements
	 * @param max the greatest number of elements
	 * @return their generator
	 */
	default Generator<List<T>> list(int min, int max) {
		return (random) -> random.list(min, max, this);
	}

	/**
	 * One of some values.
	 * @param <T> their type
	 * @param values the values; what is there twice comes twice as often
	 * @return their generator
	 */
	@SafeVarargs
	static <T> Generator<T> of(T... values) {
		return (random) -> values[random.below(values.length)];
	}

	/**
	 * What one of some generators makes.
	 * @param <T> the type of the values
	 * @param generators the generators; what is there twice is asked twice as often
	 * @return a generator
	 */
	@SafeVarargs
	static <T> Generator<T> oneOf(Generator<T>... generators) {
		return (random) -> generators[random.below(generators.length)].next(random);
	}

	static Generator<Integer> integers(int min, int max) {
		return (random) -> random.between(min, max);
	}

	/**
	 * Any integers, small ones and those at the edges more often.
	 * @return their generator
	 */
	static Generator<Integer> integers() {
		return oneOf(of(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE), integers(-100, 100),
				(random) -> (int) random.nextLong(), (random) -> (int) random.nextLong());
	}

	/**
	 * Texts of any characters: letters, control characters, all planes of Unicode, and
	 * halves of surrogate pairs.
	 * @param maxLength the greatest number of characters
	 * @return their generator
	 */
	static Generator<String> strings(int maxLength) {
		return new Characters().list(0, maxLength).map((characters) -> String.join("", characters));
	}

}
