package dev.migrator.internal.cli.application;

/**
 * Another tool that changes the database of a migrator.
 *
 * @param name its name
 * @param table the table in which it records what it has run; with its schema if the
 * table is missing
 * @param comesFirst whether the application has it, so that it runs before the revisions
 * when the application starts
 * @param hasRun whether its table is in the database
 * @param changesSchema whether it changes the schema of the migrator's tables, or may do
 * so
 * @param firstRun the databases in which it runs for the first time
 */
public record OtherTool(String name, String table, boolean comesFirst, boolean hasRun, boolean changesSchema,
		FirstRun firstRun) {

	/**
	 * Returns whether it has to run before the revisions, and has not run.
	 */
	public boolean isAwaited() {
		return this.comesFirst && !this.hasRun;
	}

	/**
	 * The databases in which a tool runs for the first time.
	 */
	public enum FirstRun {

		/** This database, no matter what it has. */
		ANYWHERE,

		/** This database, but only while it is as empty as now. */
		WHERE_NOTHING_IS,

		/** Not known, because the application decides that in its code. */
		UNKNOWN

	}

}
