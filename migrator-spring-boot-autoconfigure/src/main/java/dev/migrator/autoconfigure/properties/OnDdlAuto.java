package dev.migrator.autoconfigure.properties;

/**
 * The reaction if Hibernate is configured to change the schema of the revisions
 * ({@code spring.jpa.hibernate.ddl-auto} and similar settings).
 */
public enum OnDdlAuto {

	/** A warning is logged at start, and Hibernate changes the schema. */
	WARN,

	/** The application refuses to start. */
	FAIL,

	/** Nothing is logged. */
	IGNORE

}
