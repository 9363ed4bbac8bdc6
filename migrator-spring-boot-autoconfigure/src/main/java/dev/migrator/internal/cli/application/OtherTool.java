package dev.migrator.internal.cli.application;

/**
 * Another tool that changes the database of a migrator.
 *
 * @param name what it is called
 * @param table where it records what it has run; with its schema where that is missing
 * @param comesFirst whether the application has it, so that it runs before the revisions
 * when the application starts
 * @param hasRun whether its table is in the database
 * @param changesSchema whether it changes the schema of the migrator's tables, or may do
 * that
 * @param firstRun where it runs for the first time
 */
public record OtherTool(String name, String table, boolean comesFirst, boolean hasRun, boolean changesSchema,
		FirstRun firstRun) {

	/**
	 * Whether it is to run before the revisions, and has not.
	 */
	public boolean isAwaited() {
		return this.comesFirst && !this.hasRun;
	}

	/**
	 * Where a tool runs for the first time.
	 */
	public enum FirstRun {

		/** In this database, whatever is in it. */
		ANYWHERE,

		/** In this database only as long as it is as empty as it is now. */
		WHERE_NOTHING_IS,

		/** The application decides that in its code. */
		UNKNOWN

	}

}
