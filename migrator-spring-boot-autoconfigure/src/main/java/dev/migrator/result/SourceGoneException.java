package dev.migrator.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;

/**
 * Thrown when a revision is to be generated, and the database has one whose source was
 * deleted: the new one could not follow it.
 */
public class SourceGoneException extends MigratorException {

	private SourceGoneException(String description, String action) {
		super(description, action);
	}

	/**
	 * @param applied the revisions, each after those that it follows
	 */
	public static SourceGoneException of(List<Revision> applied) {
		List<Revision> lastFirst = new ArrayList<>(applied);
		Collections.reverse(lastFirst);
		String commands = lastFirst.stream()
			.map((revision) -> "migrator downgrade " + revision.id() + "@-1")
			.collect(Collectors.joining(", then "));
		return new SourceGoneException(
				((applied.size() == 1) ? "A revision is applied, and its source is gone: "
						: "Revisions are applied, and their sources are gone: ")
						+ applied.stream()
							.map((revision) -> revision.id() + " (" + revision.source() + ")")
							.collect(Collectors.joining(", "))
						+ ". The next clean build does not know what the database has of it.",
				"Undo it while the application still has it (" + commands
						+ "), or put the source back. Then generate.");
	}

}
