package dev.migrator.testing.property;

/**
 * A condition for an input: throws where it does not hold.
 *
 * @param <T> the type of the input
 */
@FunctionalInterface
public interface Check<T> {

	void accept(T input) throws Exception;

}
