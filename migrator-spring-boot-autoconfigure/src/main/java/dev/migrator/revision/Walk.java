package dev.migrator.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Goes from one revision to the next as often as a relative target says, along down
 * revisions only and, if the target names a branch, only along its lineage. "Below the
 * bases" is {@code null} here.
 */
final class Walk {

	private final RevisionGraph graph;

	private final Target target;

	private final @Nullable Integer branch;

	private final @Nullable BitSet lineage;

	private final @Nullable Integer start;

	private final Overshoot overshoot;

	Walk(RevisionGraph graph, Target target, @Nullable Integer branch, @Nullable Integer start, Overshoot overshoot) {
		this.graph = graph;
		this.target = target;
		this.branch = branch;
		this.lineage = (branch != null) ? graph.down().lineage(branch) : null;
		this.start = start;
		this.overshoot = overshoot;
	}

	Destination go() {
		return (this.target.offset() > 0) ? up() : down();
	}

	private Destination up() {
		Integer at = this.start;
		int steps = this.target.offset();
		for (int taken = 0; taken < steps; taken++) {
			int[] next = onBranch(
					(at != null) ? this.graph.down().children(at) : this.graph.down().bottoms().stream().toArray());
			if (next.length == 0) {
				requireLeave(taken, "above");
				break;
			}
			if (next.length > 1) {
				String reason = (at != null) ? next.length + " revisions follow " + this.graph.id(at)
						: "there are " + next.length + " bases";
				throw ambiguous(reason, this.target.branchPrefix(), next, steps - taken - 1);
			}
			at = next[0];
		}
		return new Destination(this.target, (at != null) ? RevisionGraph.setOf(at) : new BitSet(), this.branch, null);
	}

	private Destination down() {
		Integer at = this.start;
		Integer left = null;
		int steps = -this.target.offset();
		for (int taken = 0; taken < steps; taken++) {
			if (at == null) {
				requireLeave(taken, "below");
				break;
			}
			int[] next = onBranch(this.graph.down().parents(at));
			if (next.length > 1) {
				throw ambiguous(this.graph.id(at) + " follows " + next.length + " revisions", branchOfChoice(), next,
						steps - taken - 1);
			}
			left = at;
			at = (next.length == 1) ? next[0] : null;
		}
		boolean undoesWhatItWalked = at == null || this.target.countsFromDatabase();
		return new Destination(this.target, (at != null) ? RevisionGraph.setOf(at) : new BitSet(), this.branch,
				undoesWhatItWalked ? left : null);
	}

	private int[] onBranch(int[] revisions) {
		BitSet lineage = this.lineage;
		return (lineage != null) ? Arrays.stream(revisions).filter(lineage::get).toArray() : revisions;
	}

	/**
	 * A walk down that knows its branch undoes only that. Named by an id alone, its end
	 * would mean every branch above it.
	 */
	private String branchOfChoice() {
		boolean knowsBranch = this.branch != null || this.target.countsFromDatabase();
		return knowsBranch ? startName() + "@" : "";
	}

	private AmbiguousTargetException ambiguous(String reason, String branch, int[] next, int remaining) {
		List<String> choices = Arrays.stream(next)
			.mapToObj((revision) -> branch + this.graph.id(revision) + this.target.steps(remaining))
			.toList();
		return new AmbiguousTargetException(this.target.text(), reason + ".", choices);
	}

	private void requireLeave(int taken, String where) {
		if (this.overshoot == Overshoot.REFUSED) {
			throw tooFar(taken, where);
		}
	}

	private InvalidTargetException tooFar(int possible, String where) {
		String onBranch = (this.target.branch() != null) ? " on branch " + this.target.branch() : "";
		return new InvalidTargetException(this.target.text(),
				"`" + this.target.text() + "` goes too far: there "
						+ ((possible == 1) ? "is only 1 step " : "are only " + possible + " steps ") + where + " "
						+ startName() + onBranch + ".",
				(possible > 0) ? "The furthest is " + this.target.withSteps(possible) + "."
						: "Count from another revision. " + Listing.WHERE_ALL_ARE);
	}

	private String startName() {
		return (this.start != null) ? this.graph.id(this.start) : Target.BASE;
	}

	/**
	 * What becomes of a walk that would go beyond the last revision.
	 */
	enum Overshoot {

		/** A command that changes a database does only what it was told. */
		REFUSED,

		/** A command that shows revisions shows those that there are. */
		STOPS

	}

}
