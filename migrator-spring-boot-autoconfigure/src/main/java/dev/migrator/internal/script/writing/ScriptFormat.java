package dev.migrator.internal.script.writing;

import java.nio.file.Path;

import dev.migrator.revision.Revision;

/**
 * A format of revision scripts.
 */
interface ScriptFormat {

	/**
	 * Returns the file for the script of a draft.
	 */
	Path file(Draft draft);

	/**
	 * Returns the text of its script.
	 */
	String text(Draft draft, Path file);

	/**
	 * Reads the revision from a script.
	 * @throws dev.migrator.problem.MigratorException if it cannot be read
	 */
	Revision read(String text, Path file);

}
