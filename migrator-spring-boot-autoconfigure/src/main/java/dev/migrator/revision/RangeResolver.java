package dev.migrator.revision;

import java.util.BitSet;
import java.util.List;

import dev.migrator.internal.problem.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Finds the revisions of a range.
 */
final class RangeResolver {

	private final RevisionGraph graph;

	private final BitSet rows;

	private final RevisionRange range;

	private final TargetResolver targets;

	/**
	 * Creates a resolver.
	 * @param graph the graph
	 * @param rows the numbers of the version rows; none if the range does not need them
	 * @param range the range
	 */
	RangeResolver(RevisionGraph graph, BitSet rows, RevisionRange range) {
		this.graph = graph;
		this.rows = rows;
		this.range = range;
		this.targets = new TargetResolver(graph, "history", graph.all().downFrom(rows));
	}

	BitSet resolve() {
		BitSet start = start(this.range.start());
		BitSet end = end(this.range.end());
		BitSet below = this.graph.all().downFrom(end);
		if (start.isEmpty()) {
			return below;
		}
		BitSet starts = (BitSet) start.clone();
		starts.and(below);
		if (starts.isEmpty()) {
			throw notOnOneLine(start, end);
		}
		below.and(this.graph.all().upFrom(starts));
		return below;
	}

	/**
	 * Returns the revisions that the range begins with; none for all bases.
	 */
	private BitSet start(@Nullable Target start) {
		if (start == null) {
			return new BitSet();
		}
		BitSet found = (start.symbol() != null) ? found(start)
				: countFrom(start, anchor(start, this.range.end(), "head"));
		if (found.isEmpty() && start.branch() != null) {
			found = this.graph.down().bottoms();
			found.and(this.graph.down().downFrom(RevisionGraph.setOf(this.graph.names().find(start.branch()))));
		}
		return found;
	}

	private BitSet end(@Nullable Target end) {
		if (end == null) {
			Target start = this.range.start();
			String branch = (start != null) ? start.branchPrefix() : "";
			return found(Target.parse(branch + Target.HEADS));
		}
		return (end.symbol() != null) ? found(end) : countFrom(end, anchor(end, this.range.start(), Target.BASE));
	}

	/**
	 * Returns the place that a number of steps alone counts from: the other end, or the
	 * database if the other end is a number of steps too.
	 */
	private static Target anchor(Target steps, @Nullable Target other, String missing) {
		if (other == null) {
			return Target.parse(steps.branchPrefix() + missing);
		}
		return (other.symbol() != null) ? other : Target.parse(steps.branchPrefix() + Target.CURRENT);
	}

	private BitSet found(Target target) {
		if (target.offset() != 0) {
			return countFrom(target, Target.parse(target.branchPrefix() + target.symbol()));
		}
		return target.isCurrent() ? current(target) : this.targets.resolve(target).revisions();
	}

	private BitSet current(Target target) {
		BitSet current = (BitSet) this.rows.clone();
		if (target.branch() == null) {
			return current;
		}
		BitSet lineage = this.graph.down().lineage(this.graph.names().find(target.branch()));
		current.and(lineage);
		if (current.isEmpty()) {
			// If another branch depends on a branch, the last applied revision of the
			// latter is not a version row.
			lineage.and(this.graph.all().downFrom(this.rows));
			current = this.graph.all().maximal(lineage);
		}
		return current;
	}

	private BitSet countFrom(Target steps, Target anchor) {
		BitSet from = found(anchor);
		if (from.cardinality() > 1 && anchor.isCurrent()) {
			List<String> ids = this.graph.ids(from);
			throw new AmbiguousTargetException(steps.text(), "the database is at " + Listing.inline(ids) + ".",
					ids.stream().map((id) -> steps.branchPrefix() + id + steps.offsetText()).toList());
		}
		this.targets.one(new Destination(anchor, from, null, null));
		Integer start = from.isEmpty() ? null : from.nextSetBit(0);
		String name = (start != null) ? this.graph.id(start) : Target.BASE;
		Target named = Target.parse(steps.branchPrefix() + name + steps.offsetText());
		Integer branch = (steps.branch() != null) ? this.graph.names().find(steps.branch()) : null;
		return new RelativeTarget(this.graph, named, branch, start, RelativeTarget.Overshoot.STOPS, this.rows)
			.end(Destination::revisions)
			.revisions();
	}

	private InvalidTargetException notOnOneLine(BitSet start, BitSet end) {
		String starts = Listing.inline(this.graph.ids(start));
		if (end.isEmpty()) {
			return new InvalidTargetException(this.range.toString(), "`" + this.range
					+ "` ends below the first revision, but begins at " + starts + ", which is above that.",
					"Leave out the start or the end.");
		}
		String ends = Listing.inline(this.graph.ids(end));
		BitSet belowStart = this.graph.all().downFrom(start);
		belowStart.and(end);
		if (!belowStart.isEmpty()) {
			return new InvalidTargetException(this.range.toString(),
					"`" + this.range + "` begins above its end: " + starts + " is above " + ends + ".",
					"Write the lower one first: " + ends + ":" + starts + ".");
		}
		return new InvalidTargetException(this.range.toString(),
				"`" + this.range + "` is not one line: " + ends + " is not above " + starts + ".",
				"Show one of them: " + starts + ": or :" + ends + ".");
	}

}
