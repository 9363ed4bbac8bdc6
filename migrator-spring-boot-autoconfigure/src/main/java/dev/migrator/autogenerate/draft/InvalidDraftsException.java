package dev.migrator.autogenerate.draft;

import java.util.List;

import dev.migrator.problem.MigratorException;

/**
 * A {@link RevisionCustomizer} returned revisions that do not have each change once.
 */
public final class InvalidDraftsException extends MigratorException {

	/**
	 * Creates the exception.
	 * @param problem what is wrong
	 * @param changes the descriptions of the changes
	 */
	public InvalidDraftsException(String problem, List<String> changes) {
		super("The revisions that a RevisionCustomizer returned " + problem + ": " + String.join("; ", changes) + ".",
				"Give each change that the drafts had to one of them, as it was. To add, change or leave out changes, "
						+ "use a ChangeCustomizer.");
	}

}
