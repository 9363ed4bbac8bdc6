package dev.migrator.operation;

import org.jspecify.annotations.Nullable;

/**
 * A value before a change, if it is known. It may be known that there was none.
 *
 * @param <T> the type of the value
 * @param known whether it is known
 * @param value the value, or {@code null} if there was none or it is not known
 * @param <T> what it is
 * @param known whether it is known
 * @param value what it was, or {@code null} if it was nothing or is not known
 */
public record Existing<T>(boolean known, @Nullable T value) {

	/**
	 * Creates a known value.
	 * @param <T> the type of the value
	 * @param value the value, or {@code null} if there was none
	 * @return the known value
	 */
	public static <T> Existing<T> known(@Nullable T value) {
		return new Existing<>(true, value);
	}

	/**
	 * Returns the unknown value.
	 * @param <T> the type of the value
	 * @return the unknown value
	 */
	public static <T> Existing<T> unknown() {
		return new Existing<>(false, null);
	}

}
