package dev.migrator.autogenerate;

/**
 * The optional kinds of differences. A kind that is not compared stays as the database
 * has it in what exists on both sides; what is new is created in full.
 */
public enum ComparedKind {

	/** No optional kind. Only alone. */
	NONE,

	/**
	 * Lengths, precisions and scales: {@code varchar(100)} and {@code varchar(255)} are
	 * equal if these are not compared, {@code varchar} and {@code text} are not.
	 */
	LENGTHS,

	/** Whether columns and domains allow NULL. */
	NULLABILITY,

	/** Checks of tables and domains. */
	CHECKS,

	/** {@code ON DELETE} and {@code ON UPDATE} of foreign keys. */
	FOREIGN_KEY_ACTIONS

}
