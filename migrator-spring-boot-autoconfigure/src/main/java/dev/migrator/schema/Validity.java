package dev.migrator.schema;

import java.util.Locale;

/**
 * The rows that a check or a foreign key holds for.
 */
public enum Validity {

	/** All rows. */
	VALID,

	/** New rows; existing rows are not checked. */
	NOT_VALID,

	/** No rows: the constraint only documents a rule. Needs PostgreSQL 18. */
	NOT_ENFORCED;

	/**
	 * Returns it in words.
	 * @return {@code not valid}
	 */
	public String words() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
