package dev.migrator.internal.dialect.catalog;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Tells that something was dropped while the catalog was read: the rows of a transaction
 * stay, but the functions that print expressions see what is there by then.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">System
 * catalog information functions</a>
 */
public final class VanishedObjectException extends MigratorException {

	private VanishedObjectException() {
		super("Something was dropped while the schema was read, twice.",
				"Try again when nobody else changes the schema.");
	}

	/**
	 * Looks whether there is a text where one has to be.
	 * @throws VanishedObjectException if there is none
	 */
	static @Nullable String check(boolean required, @Nullable String text) {
		if (required && text == null) {
			throw new VanishedObjectException();
		}
		return text;
	}

}
