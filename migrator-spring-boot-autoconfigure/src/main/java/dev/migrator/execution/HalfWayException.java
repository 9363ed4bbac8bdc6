package dev.migrator.execution;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Direction;

/**
 * Thrown when something is to be done while a revision without a transaction is half-way,
 * and it would leave a version row that is not true. Nothing has been run.
 */
public class HalfWayException extends MigratorException {

	private final transient List<HalfWay> revisions;

	private HalfWayException(List<HalfWay> revisions, String why, String action) {
		super(revisions.stream().map(HalfWayException::describe).collect(Collectors.joining("\n")) + "\n\n" + why,
				action + "\nNothing has been run.");
		this.revisions = List.copyOf(revisions);
	}

	/**
	 * Something else is asked for.
	 * @param direction what is asked for
	 */
	public static HalfWayException inTheWayOf(Direction direction, List<HalfWay> revisions) {
		String what = switch (direction) {
			case UPGRADE -> "applied";
			case DOWNGRADE -> "undone";
			case STAMP -> "stamped";
		};
		return inTheWay(revisions, "Until that is settled nothing else is " + what
				+ ": what is done of it might stand on it, or what is recorded would not be true.");
	}

	/**
	 * The database is not what its version rows say.
	 */
	public static HalfWayException untrue(List<HalfWay> revisions) {
		return inTheWay(revisions, "The database is not what its version rows say.");
	}

	private static HalfWayException inTheWay(List<HalfWay> revisions, String why) {
		return new HalfWayException(revisions, why,
				revisions.stream().map(HalfWay::remedy).collect(Collectors.joining("\n")));
	}

	/**
	 * What it stands on was undone since it began.
	 * @param below the revisions that were
	 */
	public static HalfWayException onWhatWasUndone(HalfWay revision, Set<String> below) {
		return new HalfWayException(List.of(revision),
				"It cannot go on: what it stands on is not applied, or was applied again since it began, and what it had done may be gone with it: %s."
					.formatted(String.join(", ", below)),
				"""
						See what of it is there, and say so:
						    nothing, or after you have undone the rest by hand: migrator resolve %1$s --not-applied
						    its first statements: migrator resolve %1$s --done <statements>"""
					.formatted(revision.revision()));
	}

	private static String describe(HalfWay revision) {
		return "Revision %s is half-way: %s.".formatted(revision.revision(), revision.describe())
				+ ((revision.error() != null) ? "\n\n" + revision.error().indent(2).stripTrailing() : "");
	}

	/**
	 * What is half-way.
	 * @return the revisions that have to be settled first
	 */
	public List<HalfWay> revisions() {
		return this.revisions;
	}

}
