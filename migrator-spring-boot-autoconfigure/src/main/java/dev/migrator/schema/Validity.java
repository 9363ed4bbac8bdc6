package dev.migrator.schema;

import java.util.Locale;

/**
 * Which rows a check or a foreign key holds for.
 */
public enum Validity {

	/** All rows. */
	VALID,

	/** Rows that are written from now on; the others were not looked at. */
	NOT_VALID,

	/** None: it only says what is meant, which PostgreSQL can since 18. */
	NOT_ENFORCED;

	/**
	 * It in words.
	 * @return {@code not valid}
	 */
	public String words() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
