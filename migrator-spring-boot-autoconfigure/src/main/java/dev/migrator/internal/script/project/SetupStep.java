package dev.migrator.internal.script.project;

import java.nio.file.Path;

/**
 * What setting up a project did to one file or folder.
 *
 * @param path the file or folder, absolute
 * @param outcome what was done
 * @param note why it was left alone and what to do by hand, or empty
 */
public record SetupStep(Path path, Outcome outcome, String note) {

	/**
	 * What can be done.
	 */
	public enum Outcome {

		/**
		 * It was not there, and is now.
		 */
		CREATED,

		/**
		 * Lines were added at its end.
		 */
		APPENDED,

		/**
		 * It is as it was.
		 */
		LEFT_ALONE

	}

}
