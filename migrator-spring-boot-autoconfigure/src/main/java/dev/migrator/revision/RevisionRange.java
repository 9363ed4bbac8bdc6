package dev.migrator.revision;

import org.jspecify.annotations.Nullable;

/**
 * A part of the history: {@code [start]:[end]}. Without a start it begins at the bases,
 * without an end it goes up to the heads.
 *
 * <p>
 * An end is a target, or {@code current} for the version rows of a database, also with a
 * number of steps ({@code current-2}). A number of steps alone counts from the other end:
 * {@code ae10:+2}, {@code -3:ae10}, {@code -3:} from the head. Two of them count from the
 * database: {@code -1:+1}. An end never goes beyond the first or the last revision.
 */
public final class RevisionRange {

	private final String text;

	private final @Nullable Target start;

	private final @Nullable Target end;

	private RevisionRange(String text, @Nullable Target start, @Nullable Target end) {
		this.text = text;
		this.start = start;
		this.end = end;
	}

	/**
	 * Returns all revisions.
	 * @return the range {@code :}
	 */
	public static RevisionRange all() {
		return new RevisionRange(":", null, null);
	}

	/**
	 * Reads a range.
	 * @param text the range
	 * @return the range
	 * @throws InvalidTargetException if the text is not a range
	 */
	public static RevisionRange parse(String text) {
		int colon = text.indexOf(':');
		if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
			throw new InvalidTargetException(text,
					"`" + text + "` is not a range: it has " + ((colon < 0) ? "no colon" : "more than one colon") + ".",
					"A range is [start]:[end], such as ae10:head, ae10: or :ae10.");
		}
		Target start = end(text.substring(0, colon));
		Target end = end(text.substring(colon + 1));
		if (start != null && start.symbol() == null && start.offset() > 0) {
			throw leadsAway(text, start, "start", "up");
		}
		if (end != null && end.symbol() == null && end.offset() < 0) {
			throw leadsAway(text, end, "end", "down");
		}
		return new RevisionRange(text, start, end);
	}

	private static @Nullable Target end(String text) {
		return text.isEmpty() ? null : Target.parse(text);
	}

	private static InvalidTargetException leadsAway(String text, Target target, String which, String direction) {
		String branch = target.branchPrefix();
		String steps = target.offsetText();
		return new InvalidTargetException(text,
				"`" + target.text() + "` as the " + which + " of a range counts from the other end, and leads "
						+ direction + ", away from it.",
				"Say from where it counts: " + branch + "current" + steps + " from the database, ae10" + steps
						+ " from a revision.");
	}

	/**
	 * Returns whether the range means something else in each database.
	 * @return whether an end is, or counts from, what is applied
	 */
	public boolean needsDatabase() {
		Target start = this.start;
		Target end = this.end;
		return (start != null && start.isCurrent()) || (end != null && end.isCurrent())
				|| (start != null && end != null && start.symbol() == null && end.symbol() == null);
	}

	@Nullable Target start() {
		return this.start;
	}

	@Nullable Target end() {
		return this.end;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
