package dev.migrator.internal.execution.words;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import dev.migrator.internal.dialect.connection.ServerActivity;
import dev.migrator.internal.problem.Printable;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;

/**
 * Describes a step in Alembic's words.
 */
public final class StepDescription {

	private StepDescription() {
	}

	/**
	 * Returns the step as a log line that announces it.
	 * @param step the step
	 * @return {@code Running upgrade ab52a8c0fcb8 -> abc123def456, add exercises table}
	 */
	public static String running(Step step) {
		return "Running " + step.direction().command() + " " + describe(step);
	}

	/**
	 * Returns the step of a plan as a log line that announces it.
	 * @param step the step
	 * @param number its number in the plan, from 1
	 * @param of the number of steps of the plan
	 * @return {@code Running upgrade ab52a8c0fcb8 -> abc123def456, add table (12 of 40)};
	 * without the numbers if the plan has one step
	 */
	public static String running(Step step, int number, int of) {
		return running(step) + place(number, of);
	}

	public static String still(Step step, int number, int of, Duration elapsed, ServerActivity activity) {
		return "Still running %s %s%s, for %s: %s".formatted(step.direction().command(), what(step), place(number, of),
				time(elapsed), activity.describe());
	}

	private static String place(int number, int of) {
		return (of > 1) ? " (%s of %s)".formatted(number, of) : "";
	}

	public static String trying(Step step, int number, int of) {
		return "Trying " + step.direction().command() + " " + describe(step) + place(number, of);
	}

	public static String done(Step step, Duration duration) {
		return "Finished %s %s in %s".formatted(step.direction().command(), what(step), time(duration));
	}

	private static String what(Step step) {
		Revision revision = step.revision();
		return (revision != null) ? revision.id() : stamped(step);
	}

	/**
	 * Returns the revisions that a stamp names, no matter whether their rows are new.
	 */
	public static String stamped(Step step) {
		return names(step.stamped());
	}

	/**
	 * Returns the step without the word that announces it.
	 * @param step the step
	 * @return {@code ab52a8c0fcb8 -> abc123def456, add exercises table}
	 */
	public static String describe(Step step) {
		Revision revision = step.revision();
		if (revision == null) {
			return step.removedRows().isEmpty() ? stamped(step) : names(step.removedRows()) + " -> " + stamped(step);
		}
		String down = names(revision.downRevisions());
		String arrow = (step.direction() == Direction.UPGRADE) ? down + " -> " + revision.id()
				: revision.id() + " -> " + down;
		return revision.message().isEmpty() ? arrow : arrow + ", " + Printable.line(revision.message());
	}

	private static String names(List<String> revisions) {
		return revisions.isEmpty() ? "<base>" : Printable.line(String.join(", ", revisions));
	}

	/**
	 * Returns a time for people: milliseconds up to a second, then seconds.
	 * @param duration the time
	 * @return {@code 12 ms} or {@code 3.4 s}
	 */
	public static String time(Duration duration) {
		long millis = duration.toMillis();
		return (millis < 1000) ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
	}

}
