package dev.migrator.execution;

import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A revision without a transaction that was begun and not finished, in either direction.
 *
 * @param revision its id
 * @param direction the direction in which it was run
 * @param statements the number of its statements, or 0 if the history does not have it
 * @param statementsDone the number of statements that are recorded as done
 * @param running whether no end is recorded: the revision runs at this moment, or was
 * killed
 * @param error the reason why it stopped, or {@code null} if that is not recorded
 * @param command the command that continues it, or that declares that the objects of its
 * lost session are not needed
 */
public record HalfWay(String revision, Direction direction, int statements, int statementsDone, boolean running,
		@Nullable String error, String command) {

	/**
	 * Describes how far the revision came, as a sentence without a period.
	 * @return such as {@code its upgrade stopped after 1 of 3 statements}
	 */
	public String describe() {
		return "its %s %s after %s of %s statements".formatted(this.direction.command(),
				this.running ? "runs at this moment, or was killed," : "stopped", this.statementsDone, this.statements);
	}

	/**
	 * Describes what a person does about it.
	 * @return lines
	 */
	public String remedy() {
		return ("Continue it: %s\nOr finish or undo it by hand, and record that: migrator resolve %s --applied (or "
				+ "--not-applied, or --done <statements>)")
			.formatted(this.command, this.revision);
	}

}
