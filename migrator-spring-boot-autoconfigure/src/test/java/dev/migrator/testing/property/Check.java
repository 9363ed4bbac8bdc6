package dev.migrator.testing.property;

/**
 * What has to hold for an input: throws where it does not.
 *
 * @param <T> the type of the input
 */
@FunctionalInterface
public interface Check<T> {

	void accept(T input) throws Exception;

}
