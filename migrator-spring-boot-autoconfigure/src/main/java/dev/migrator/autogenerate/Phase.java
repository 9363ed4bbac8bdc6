package dev.migrator.autogenerate;

/**
 * When a change runs. What is needed comes before what needs it, and what is in the way
 * goes first; within a phase the order is that of the names.
 */
enum Phase {

	SCHEMAS, RENAMES,

	/** A sequence may get the name that the one behind an identity has. */
	IDENTITIES_DROPPED,

	ENUMS, SEQUENCES, OWNERS_LEFT,

	/** What hangs on something that changes or goes. */
	FOREIGN_KEYS_DROPPED, INDEXES_DROPPED, CONSTRAINTS_DROPPED,

	/** What keeps a name or an enum value that is needed. */
	DROPPED_EARLY, TYPES_CHANGED_EARLY,

	/**
	 * Rebuilt ones before those that get values: a string that equals a value counts as
	 * its use, and may not stand behind the statement that adds it.
	 */
	ENUMS_REBUILT, ENUM_VALUES,

	OBJECTS_RENAMED, TABLES, COLUMNS, GENERATED_COLUMNS, CONSTRAINTS, INDEXES, FOREIGN_KEYS, OWNERS_TAKEN,

	COLUMNS_DROPPED, TABLES_DROPPED, SEQUENCES_DROPPED, ENUMS_DROPPED

}
