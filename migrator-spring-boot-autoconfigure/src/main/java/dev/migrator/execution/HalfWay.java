package dev.migrator.execution;

import java.util.List;

import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
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
	 * Finds those of a database. An entry of the first layout that no script knows
	 * belongs to another version table.
	 * @param state the state of the database
	 * @param graph the revisions that have a script
	 * @return those that are half-way, by their ids
	 */
	public static List<HalfWay> of(DatabaseState state, RevisionGraph graph) {
		return state.unfinished()
			.stream()
			.filter((trace) -> trace.ours() || graph.find(trace.revision()).isPresent())
			.map((trace) -> of(trace, graph))
			.toList();
	}

	/**
	 * Reads what the history says of one.
	 * @param trace the trace, which is unfinished
	 * @param graph the revisions that have a script
	 * @return the revision
	 */
	public static HalfWay of(Trace trace, RevisionGraph graph) {
		Direction direction = trace.halfDowngraded() ? Direction.DOWNGRADE : Direction.UPGRADE;
		String command = trace.howFar().lostItsSession()
				? "migrator resolve %s --done %s".formatted(trace.revision(), trace.howFar().done())
				: command(direction, trace.revision(), graph);
		return new HalfWay(trace.revision(), direction, trace.howFar().statements(), trace.howFar().done(),
				trace.running(), trace.howFar().error(), command);
	}

	private static String command(Direction direction, String id, RevisionGraph graph) {
		if (direction == Direction.UPGRADE) {
			return "migrator upgrade " + id;
		}
		List<String> down = graph.find(id).map(Revision::downRevisions).orElse(List.of());
		if (down.size() > 1) {
			return "migrator downgrade " + id + "@" + down.get(0);
		}
		// Counted from the revision, it would be all that follows what it follows.
		boolean alone = down.isEmpty() || graph.children(down.get(0)).size() == 1;
		return "migrator downgrade " + id + (alone ? "-1" : "@-1");
	}

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
