package dev.migrator.execution;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Direction;

/**
 * Thrown when a command would leave a version row untrue, because a revision without a
 * transaction is half-way. Nothing has been run.
 */
public class HalfWayException extends MigratorException {

	private final transient List<HalfWay> revisions;

	private HalfWayException(List<HalfWay> revisions, String why, String action) {
		super(revisions.stream().map(HalfWayException::describe).collect(Collectors.joining("\n")) + "\n\n" + why,
				action + "\nNothing has been run.");
		this.revisions = List.copyOf(revisions);
	}

	/**
	 * Creates the exception for a command that has to wait for the revision.
	 * @param direction the direction of that command
	 */
	public static HalfWayException inTheWayOf(Direction direction, List<HalfWay> revisions) {
		String what = switch (direction) {
			case UPGRADE -> "applied";
			case DOWNGRADE -> "undone";
			case STAMP -> "stamped";
		};
		return inTheWay(revisions,
				"Finish " + ((revisions.size() == 1) ? "it" : "them") + " first. Until then nothing else is " + what
						+ ": this could break what the statements above have done, "
						+ "or the version rows would no longer match the database.");
	}

	/**
	 * Creates the exception for a database that does not match its version rows.
	 */
	public static HalfWayException untrue(List<HalfWay> revisions) {
		return inTheWay(revisions, "The database does not match its version rows.");
	}

	private static HalfWayException inTheWay(List<HalfWay> revisions, String why) {
		return new HalfWayException(revisions, why,
				revisions.stream().map(HalfWay::remedy).collect(Collectors.joining("\n")));
	}

	/**
	 * Creates the exception for a revision whose earlier revisions were undone since it
	 * began.
	 * @param below the revisions that were undone
	 */
	public static HalfWayException onWhatWasUndone(HalfWay revision, Set<String> below) {
		return new HalfWayException(List.of(revision),
				"It cannot continue: the revisions that it follows are not applied, or were applied again since it "
						+ "began, so the results of its statements may be lost. These revisions are: %s."
							.formatted(String.join(", ", below)),
				"""
						Check in the database which of its results exist, and record that:
						    none, or you have undone the rest by hand: migrator resolve %1$s --not-applied
						    those of its first statements: migrator resolve %1$s --done <statements>"""
					.formatted(revision.revision()));
	}

	private static String describe(HalfWay revision) {
		return "Revision %s is half-way: %s.".formatted(revision.revision(), revision.describe())
				+ ((revision.error() != null) ? "\n\n" + revision.error().indent(2).stripTrailing() : "");
	}

	/**
	 * Returns the revisions that are half-way.
	 * @return the revisions that have to be resolved first
	 */
	public List<HalfWay> revisions() {
		return this.revisions;
	}

}
