package dev.migrator.revision;

import java.util.BitSet;
import java.util.List;

import dev.migrator.internal.problem.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a downgrade has to undo: roots, and everything above them.
 */
final class DowngradeScope {

	private final RevisionGraph graph;

	private final Destination destination;

	DowngradeScope(RevisionGraph graph, Destination destination) {
		this.graph = graph;
		this.destination = destination;
	}

	/**
	 * Returns the first revisions above the destination. If there are several, a branch
	 * narrows them to those on the way to the revision that denotes it.
	 */
	BitSet roots() {
		if (this.destination.left() != null) {
			return RevisionGraph.setOf(this.destination.left());
		}
		BitSet roots = this.destination.isBase() ? this.graph.down().bottoms()
				: RevisionGraph.setOf(this.graph.down().children(number()));
		Integer branch = this.destination.branch();
		return (branch == null || roots.cardinality() <= 1) ? roots : towards(branch, roots);
	}

	private BitSet towards(int branch, BitSet roots) {
		BitSet found = this.graph.down().downFrom(RevisionGraph.setOf(branch));
		found.and(roots);
		if (found.isEmpty()) {
			Target target = this.destination.target();
			List<String> choices = this.graph.ids(roots)
				.stream()
				.map((root) -> root + "@" + target.symbol() + target.offsetText())
				.toList();
			throw new InvalidTargetException(target.text(),
					"Branch " + target.branch() + " cannot be undone down to " + this.graph.id(number()) + ": it is "
							+ this.graph.revision(branch).describe() + ", which is not above it.",
					"To undo one of those that are, downgrade to:" + Listing.lines(choices));
		}
		return found;
	}

	/**
	 * Fails unless the database is already at the target, if there is nothing to undo.
	 */
	void requireAt(BitSet rows, BitSet applied) {
		if (this.destination.isBase() || rows.get(number())) {
			return;
		}
		String text = this.destination.target().text();
		Revision target = this.graph.revision(number());
		if (!applied.get(number())) {
			throw new InvalidTargetException(text,
					"The database cannot be downgraded to " + target.describe() + ", which is not applied.",
					Listing.WHERE_CURRENT_IS + " To go up, upgrade to " + target.id() + ".");
		}
		BitSet dependents = RevisionGraph.setOf(this.graph.all().children(number()));
		dependents.and(applied);
		List<String> ids = this.graph.ids(dependents);
		throw new InvalidTargetException(text,
				"Nothing that follows " + target.describe() + " is applied, so there is nothing to undo. "
						+ "The revisions above it only depend on it: " + Listing.inline(ids) + ".",
				"To undo that too, downgrade to:" + Listing.lines(ids.stream().map((id) -> id + "-1").toList()));
	}

	private int number() {
		return this.destination.revisions().nextSetBit(0);
	}

}
