package dev.migrator.autoconfigure.properties;

/**
 * What to do if Hibernate is told to change the schema that revisions make
 * ({@code spring.jpa.hibernate.ddl-auto} and its like).
 */
public enum OnDdlAuto {

	/** It is said at start, and Hibernate does as it is told. */
	WARN,

	/** The application refuses to start. */
	FAIL,

	/** Nothing is said. */
	IGNORE

}
