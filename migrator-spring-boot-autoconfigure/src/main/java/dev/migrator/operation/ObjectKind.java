package dev.migrator.operation;

import java.util.Locale;

/**
 * The kinds of objects that have names of their own in a schema, and schemas.
 */
public enum ObjectKind {

	TABLE, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE, TYPE, DOMAIN, SCHEMA;

	/**
	 * The kind in words.
	 * @return {@code materialized view}
	 */
	public String words() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
