package dev.migrator.operation;

import org.jspecify.annotations.Nullable;

/**
 * What something was before it is changed, if that is known. Nothing can be what it was.
 *
 * @param <T> what it is
 * @param known whether it is known
 * @param value what it was, or {@code null} if it was nothing or is not known
 */
public record Existing<T>(boolean known, @Nullable T value) {

	/**
	 * What something was.
	 * @param <T> what it is
	 * @param value what it was, or {@code null} if there was nothing
	 * @return what it was
	 */
	public static <T> Existing<T> known(@Nullable T value) {
		return new Existing<>(true, value);
	}

	/**
	 * Nobody said.
	 * @param <T> what it is
	 * @return that it is not known
	 */
	public static <T> Existing<T> unknown() {
		return new Existing<>(false, null);
	}

}
