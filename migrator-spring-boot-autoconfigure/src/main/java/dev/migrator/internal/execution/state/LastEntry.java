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
 * What the history says last of a revision.
 *
 * @param id the history row
 * @param revision the revision
 * @param direction which way it went, or {@code null} if only a later version of the
 * migrator knows that
 * @param outcome what became of it
 * @param checksum checksum of the script's upgrade section when it ran, if it has one
 * @param checksumVersion how the checksum was made
 * @param howFar how far it came, if it runs without a transaction
 * @param applied when it began, and who began it
 * @param ours whether the entry says that it is this version table's; an older one does
 * not say whose it is
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
	 * Whether the revision was run to its end.
	 * @return {@code false} for one without a transaction that stopped half-way, or that
	 * is running now
	 */
	public boolean finished() {
		return this.outcome == HistoryOutcome.DONE;
	}

	/**
	 * When it was done, and by whom, for messages.
	 * @return {@code applied at ... by ...}, or {@code stamped}, or {@code begun}
	 */
	public String describe() {
		String done = !finished() ? "begun" : stamped() ? "stamped" : "applied";
		return "%s at %s by %s".formatted(done, UtcTime.of(this.applied.at()), Printable.line(this.applied.by()));
	}

	/**
	 * Whether somebody said that the database has it, without running it.
	 * @return {@code false} if it was run
	 */
	public boolean stamped() {
		return this.direction == Direction.STAMP;
	}

	/**
	 * Whether the run of the revision goes on, or ended without a word.
	 * @return {@code false} for one that was run to its end, or that is known to have
	 * failed
	 */
	public boolean running() {
		return this.outcome == HistoryOutcome.RUNNING;
	}

	/**
	 * Whether it is an upgrade that was begun, and not finished.
	 * @return {@code false} if it was finished, or if it is a downgrade
	 */
	public boolean halfUpgraded() {
		return !finished() && !halfDowngraded();
	}

	/**
	 * Whether it is a downgrade that was begun, and not finished: the revision still
	 * counts as applied, and part of it is gone.
	 * @return {@code false} if it was finished, or if it is an upgrade
	 */
	public boolean halfDowngraded() {
		return !finished() && this.direction == Direction.DOWNGRADE;
	}

	/**
	 * Whether the run ended without a word while exactly that script was run, so that the
	 * first statement that is not recorded may be done.
	 * @param script the script of the revision as it is now
	 * @param statements how many statements it has now
	 * @return {@code false} if that statement is known to have failed, or may be another
	 * one now
	 */
	public boolean interrupted(Script script, int statements) {
		Checksum present = script.checksum();
		boolean edited = present != null && this.checksum != null && !present.value().equals(this.checksum);
		return running() && !edited && statements == this.howFar.statements();
	}

	/**
	 * Whether the script says something else than what was run or stamped. A checksum
	 * that was made in another way says nothing.
	 * @param script the script of the revision
	 * @return {@code true} if it was edited since
	 */
	public boolean differsFrom(Script script) {
		Checksum present = script.checksum();
		return finished() && present != null && this.checksum != null && this.checksumVersion == present.version()
				&& !present.value().equals(this.checksum);
	}

	/**
	 * Reads how far a revision is that is half-way.
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
		// Counted from the revision, it would be all that follows what it follows.
		boolean alone = down.isEmpty() || graph.children(down.get(0)).size() == 1;
		return "migrator downgrade " + id + (alone ? "-1" : "@-1");
	}

}
