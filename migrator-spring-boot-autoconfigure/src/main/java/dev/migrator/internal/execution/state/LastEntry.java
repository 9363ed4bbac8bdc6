package dev.migrator.internal.execution.state;

import java.util.List;

import dev.migrator.execution.HalfWay;
import dev.migrator.internal.dialect.store.HistoryEntry;
import dev.migrator.internal.dialect.store.HistoryOutcome;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.problem.UtcTime;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.text.Checksum;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

/**
 * The last history entry of a revision.
 *
 * @param id the id of the history row
 * @param revision the revision
 * @param direction the direction in which it was run, or {@code null} if only a later
 * version of the migrator knows that
 * @param outcome the outcome of the run
 * @param checksum the checksum of the script's upgrade section when it ran, if it has one
 * @param checksumVersion the version of the way in which the checksum is computed
 * @param howFar its progress, if it runs without a transaction
 * @param applied the time at which it began, and the role that began it
 * @param ours whether the entry names this version table; an older entry names none
 */
public record LastEntry(long id, String revision, @Nullable Direction direction, HistoryOutcome outcome,
		@Nullable String checksum, int checksumVersion, HowFar howFar, Applied applied, boolean ours) {

	static LastEntry of(HistoryEntry entry) {
		return new LastEntry(entry.id(), entry.revision(), entry.direction(), entry.outcome(), entry.checksum(),
				entry.checksumVersion(), new HowFar(entry.statements(), entry.statementsDone(), entry.doneHash(),
						entry.session(), entry.error()),
				new Applied(entry.started(), entry.duration(), entry.by()), entry.ours());
	}

	/**
	 * Returns whether the revision was run to its end.
	 * @return {@code false} for one without a transaction that stopped half-way, or that
	 * is running now
	 */
	public boolean finished() {
		return this.outcome == HistoryOutcome.DONE;
	}

	/**
	 * Describes when it was done and by whom, for messages.
	 * @return {@code applied at ... by ...}, or {@code stamped}, or {@code begun}
	 */
	public String describe() {
		String done = !finished() ? "begun" : stamped() ? "stamped" : "applied";
		return "%s at %s by %s".formatted(done, UtcTime.of(this.applied.at()), Printable.line(this.applied.by()));
	}

	/**
	 * Returns whether the database was stamped with the revision, and not upgraded.
	 * @return {@code false} if it was run
	 */
	public boolean stamped() {
		return this.direction == Direction.STAMP;
	}

	/**
	 * Returns whether no end of the run is recorded: it is still running, or was killed.
	 * @return {@code false} if it was run to its end, or is recorded as failed
	 */
	public boolean running() {
		return this.outcome == HistoryOutcome.RUNNING;
	}

	/**
	 * Returns whether it is an upgrade that was begun, and not finished.
	 * @return {@code false} if it was finished, or if it is a downgrade
	 */
	public boolean halfUpgraded() {
		return !finished() && !halfDowngraded();
	}

	/**
	 * Returns whether it is a downgrade that was begun and not finished. The revision
	 * still counts as applied, and part of it is undone.
	 * @return {@code false} if it was finished, or if it is an upgrade
	 */
	public boolean halfDowngraded() {
		return !finished() && this.direction == Direction.DOWNGRADE;
	}

	/**
	 * Returns whether no end is recorded for a run of exactly this script, so that the
	 * first statement that is not recorded may be done.
	 * @param script the script of the revision as it is now
	 * @param statements the number of its statements now
	 * @return {@code false} if that statement is recorded as failed, or may be another
	 * one now
	 */
	public boolean interrupted(Script script, int statements) {
		Checksum present = script.checksum();
		boolean edited = present != null && this.checksum != null && !present.value().equals(this.checksum);
		return running() && !edited && statements == this.howFar.statements();
	}

	/**
	 * Returns whether the script differs from the one that was run or stamped. A checksum
	 * that was computed in another way is not compared.
	 * @param script the script of the revision
	 * @return {@code true} if it was edited since
	 */
	public boolean differsFrom(Script script) {
		Checksum present = script.checksum();
		return finished() && present != null && this.checksum != null && this.checksumVersion == present.version()
				&& !present.value().equals(this.checksum);
	}

	/**
	 * Reads the progress of a half-way revision.
	 * @param graph the revisions that have a script
	 * @return the revision
	 */
	public HalfWay halfWay(RevisionGraph graph) {
		Direction direction = halfDowngraded() ? Direction.DOWNGRADE : Direction.UPGRADE;
		String command = this.howFar.lostItsSession()
				? "migrator resolve %s --done %s".formatted(this.revision, this.howFar.done())
				: command(direction, this.revision, graph);
		return new HalfWay(this.revision, direction, this.howFar.statements(), this.howFar.done(), running(),
				this.howFar.error(), command);
	}

	private static String command(Direction direction, String id, RevisionGraph graph) {
		if (direction == Direction.UPGRADE) {
			return "migrator upgrade " + id;
		}
		List<String> down = graph.find(id).map(Revision::downRevisions).orElse(List.of());
		if (down.size() > 1) {
			return "migrator downgrade " + id + "@" + down.get(0);
		}
		// A target relative to the revision itself would undo everything that follows its
		// down revision.
		boolean alone = down.isEmpty() || graph.children(down.get(0)).size() == 1;
		return "migrator downgrade " + id + (alone ? "-1" : "@-1");
	}

}
