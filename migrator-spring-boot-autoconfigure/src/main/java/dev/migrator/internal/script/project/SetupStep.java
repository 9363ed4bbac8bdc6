package dev.migrator.internal.script.project;

import java.nio.file.Path;

/**
 * The result of setting up a project, for one file or folder.
 *
 * @param path the file or folder, absolute
 * @param outcome the result
 * @param note the reason why it was not changed and what to do by hand, or empty
 */
public record SetupStep(Path path, Outcome outcome, String note) {

	/**
	 * The possible results.
	 */
	public enum Outcome {

		/**
		 * It did not exist, and was created.
		 */
		CREATED,

		/**
		 * Lines were added at its end.
		 */
		APPENDED,

		/**
		 * It was not changed.
		 */
		LEFT_ALONE

	}

}
