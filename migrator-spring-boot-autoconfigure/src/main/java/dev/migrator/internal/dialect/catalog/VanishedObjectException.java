package dev.migrator.internal.dialect.catalog;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when an object was dropped while the catalog was read: the transaction keeps its
 * rows, but the functions that print expressions see the current state.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">System
 * catalog information functions</a>
 */
public final class VanishedObjectException extends MigratorException {

	private VanishedObjectException() {
		super("An object was dropped while the schema was read. This happened twice.",
				"Try again when no other session changes the schema.");
	}

	/**
	 * Checks that a required text exists.
	 * @throws VanishedObjectException if it is missing
	 */
	static @Nullable String check(boolean required, @Nullable String text) {
		if (required && text == null) {
			throw new VanishedObjectException();
		}
		return text;
	}

}
