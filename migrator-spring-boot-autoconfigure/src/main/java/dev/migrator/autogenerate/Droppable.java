package dev.migrator.autogenerate;

/**
 * The kinds of objects that may be removed if they are in the database and not in the
 * model.
 */
public enum Droppable {

	/** Nothing. Only alone. */
	NONE,

	/** Tables, with the enum types and domains that nothing else uses. */
	TABLES,

	/** Columns, with the enum types and domains that nothing else uses. */
	COLUMNS,

	/**
	 * Constraints and unique indexes over one column that are not in the model and have a
	 * generated name: the name that PostgreSQL gives ({@code users_email_key}), or a hash
	 * of Hibernate.
	 */
	UNNAMED,

	/** Indexes. An index over a removed column is always dropped with it. */
	INDEXES,

	/** Constraints. A constraint over a removed column is always dropped with it. */
	CONSTRAINTS,

	/** Sequences. A sequence that a removed column owns is always dropped with it. */
	SEQUENCES,

	/** Enum types that no column uses. */
	ENUMS,

	/** Domains that no column uses. */
	DOMAINS,

	/** Defaults and identities that entities do not mention. */
	DEFAULTS,

	/** Comments that entities do not mention. */
	COMMENTS,

	/** Views and materialized views, if the model is a file. */
	VIEWS,

	/** Functions and procedures that nothing else uses, if the model is a file. */
	FUNCTIONS,

	/** Triggers, if the model is a file. */
	TRIGGERS,

	/** Rules, if the model is a file. */
	RULES,

	/** Policies and row level security, if the model is a file. */
	POLICIES

}
