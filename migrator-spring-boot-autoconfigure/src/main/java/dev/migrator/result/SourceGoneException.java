package dev.migrator.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;

/**
 * Thrown when a revision is to be generated, and the source of an applied revision was
 * deleted: the new revision could not follow it.
 */
public class SourceGoneException extends MigratorException {

	private SourceGoneException(String description, String action) {
		super(description, action);
	}

	/**
	 * Creates the exception for applied revisions without a source.
	 * @param applied the revisions, each after those that it follows
	 */
	public static SourceGoneException of(List<Revision> applied) {
		List<Revision> lastFirst = new ArrayList<>(applied);
		Collections.reverse(lastFirst);
		String commands = lastFirst.stream()
			.map((revision) -> "migrator downgrade " + revision.id() + "@-1")
			.collect(Collectors.joining(", then "));
		return new SourceGoneException(
				((applied.size() == 1) ? "A revision is applied, and its source was deleted: "
						: "Revisions are applied, and their sources were deleted: ")
						+ applied.stream()
							.map((revision) -> revision.id() + " (" + revision.source() + ")")
							.collect(Collectors.joining(", "))
						+ ". After the next clean build the application does not know what the database has.",
				"Undo it while the application still has it (" + commands
						+ "), or restore the source. Then generate the revision.");
	}

}
