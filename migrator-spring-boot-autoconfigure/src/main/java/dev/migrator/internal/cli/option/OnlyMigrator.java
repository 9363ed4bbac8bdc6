package dev.migrator.internal.cli.option;

/**
 * A command that may use the migrator and nothing else of the application. Then the beans
 * of the application need not be defined for it.
 */
public interface OnlyMigrator {

	/**
	 * Returns whether the command uses only the migrator with the options that it has.
	 * @return whether it asks for no other bean
	 */
	default boolean usesOnlyMigrator() {
		return true;
	}

	/**
	 * Returns whether the command asks the database with the options that it has.
	 * @return whether it needs the DataSource
	 */
	default boolean readsDatabase() {
		return false;
	}

	/**
	 * Returns whether the command looks into revisions with the options that it has, and
	 * not only at what their headers say.
	 * @return whether it needs the beans of Java revisions
	 */
	default boolean readsStatements() {
		return false;
	}

}
