package dev.migrator.internal.script.writing;

import java.nio.file.Path;

import dev.migrator.revision.Revision;

/**
 * A way to write a revision down.
 */
interface ScriptFormat {

	/**
	 * Where the script of a draft goes.
	 */
	Path file(Draft draft);

	/**
	 * The text of its script.
	 */
	String text(Draft draft, Path file);

	/**
	 * What a script says of itself.
	 * @throws dev.migrator.problem.MigratorException if it cannot be read
	 */
	Revision read(String text, Path file);

}
