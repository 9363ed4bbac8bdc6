package dev.migrator.autogenerate;

/**
 * Kinds of what is in the database and not in the model, and may be removed.
 */
public enum Droppable {

	/** Nothing. Only alone. */
	NONE,

	/** Tables, with the enum types and domains that nothing else uses. */
	TABLES,

	/** Columns, with the enum types and domains that nothing else uses. */
	COLUMNS,

	/**
	 * Constraints and unique indexes over one column that the model does not have and
	 * nobody gave a name: they have the one that PostgreSQL gives
	 * ({@code users_email_key}), or a hash of Hibernate.
	 */
	UNNAMED,

	/** Indexes. One that is over a removed column always goes with it. */
	INDEXES,

	/** Constraints. One that is over a removed column always goes with it. */
	CONSTRAINTS,

	/** Sequences. One that a removed column owns always goes with it. */
	SEQUENCES,

	/** Enum types that no column uses. */
	ENUMS,

	/** Domains that no column uses. */
	DOMAINS,

	/** Defaults and identities that entities do not mention. */
	DEFAULTS,

	/** Comments that entities do not mention. */
	COMMENTS

}
