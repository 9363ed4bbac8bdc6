package dev.migrator.execution;

import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A revision without a transaction that was begun and not finished, in either direction.
 *
 * @param revision its id
 * @param direction whether it was being applied or undone
 * @param statements how many statements that is, or 0 if the history does not say
 * @param statementsDone how many of them are recorded as done
 * @param running whether no end is recorded: it runs at this moment, or was killed
 * @param error why it stopped, or {@code null} if that is not recorded
 * @param command the command that goes on with it, or that says that what ended with its
 * session is not needed
 */
public record HalfWay(String revision, Direction direction, int statements, int statementsDone, boolean running,
		@Nullable String error, String command) {

	/**
	 * How far it came, in a sentence without its end.
	 * @return such as {@code its upgrade stopped after 1 of 3 statements}
	 */
	public String describe() {
		return "its %s %s after %s of %s statements".formatted(this.direction.command(),
				this.running ? "runs at this moment, or was killed," : "stopped", this.statementsDone, this.statements);
	}

	/**
	 * What to do about it, for a person.
	 * @return lines
	 */
	public String remedy() {
		return "Go on with it: %s\nOr finish or undo it by hand, and say so: migrator resolve %s --applied (or --not-applied, or --done <statements>)"
			.formatted(this.command, this.revision);
	}

}
