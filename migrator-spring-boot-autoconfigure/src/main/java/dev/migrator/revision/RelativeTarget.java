package dev.migrator.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.internal.problem.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Follows a relative target step by step, along down revisions only and, if the target
 * names a branch, only along its lineage. At a fork it follows all ways. That matters
 * only if they end at different places.
 */
final class RelativeTarget {

	/**
	 * The place below the bases.
	 */
	private static final int BASE = -1;

	private final RevisionGraph graph;

	private final Target target;

	private final @Nullable Integer branch;

	private final @Nullable BitSet lineage;

	private final int start;

	private final Overshoot overshoot;

	private final BitSet tips;

	/**
	 * @param start the revision where it begins, or {@code null} for below the bases
	 * @param tips the version rows, if the target counts from them
	 */
	RelativeTarget(RevisionGraph graph, Target target, @Nullable Integer branch, @Nullable Integer start,
			Overshoot overshoot, BitSet tips) {
		this.graph = graph;
		this.target = target;
		this.branch = branch;
		this.lineage = (branch != null) ? graph.down().lineage(branch) : null;
		this.start = (start != null) ? start : BASE;
		this.overshoot = overshoot;
		this.tips = tips;
	}

	/**
	 * Returns the place where the target leads.
	 * @param outcome the outcome of an end, compared by {@code equals}; called only if
	 * there are several ends
	 * @return the end, or one of several with the same outcome
	 * @throws AmbiguousTargetException if there are several outcomes, or one of several
	 * ways is too short
	 * @throws InvalidTargetException if every way is too short, and the count may not
	 * stop early
	 */
	Destination end(Function<Destination, ?> outcome) {
		Passed passed = pass(this.start, Math.abs(this.target.offset()));
		if (passed.steps() < Math.abs(this.target.offset()) && this.overshoot == Overshoot.REFUSED) {
			throw tooFar(passed);
		}
		List<Destination> ends = ends(passed);
		if (passed.lost() || (ends.size() > 1 && ends.stream().map(outcome).distinct().limit(2).count() > 1)) {
			throw ambiguous(passed, outcome);
		}
		return ends.get(0);
	}

	String text() {
		return this.target.text();
	}

	boolean isLongEnough() {
		return pass(this.start, Math.abs(this.target.offset())).steps() == Math.abs(this.target.offset());
	}

	/**
	 * Returns the outcomes of the ways that are long enough.
	 */
	Set<?> outcomes(Function<Destination, ?> outcome) {
		return ends(pass(this.start, Math.abs(this.target.offset()))).stream().map(outcome).collect(Collectors.toSet());
	}

	/**
	 * Returns all places where it may end, or none if a way is too short.
	 */
	List<Destination> ends() {
		Passed passed = pass(this.start, Math.abs(this.target.offset()));
		return (passed.lost() || passed.steps() < Math.abs(this.target.offset())) ? List.of() : ends(passed);
	}

	boolean leadsSomewhere() {
		return pass(this.start, 1).steps() == 1;
	}

	/**
	 * Returns the furthest possible target on this way.
	 */
	String furthest() {
		return furthest(pass(this.start, Math.abs(this.target.offset())));
	}

	private Passed pass(int from, int steps) {
		Passed passed = new Passed(0, List.of(), List.of(from), from, 0, false);
		while (passed.steps() < steps) {
			List<Integer> next = passed.at().stream().flatMap((at) -> next(at).boxed()).sorted().distinct().toList();
			if (next.isEmpty()) {
				break;
			}
			boolean divided = passed.lost() || passed.at().size() > 1;
			boolean lost = passed.lost() || passed.at().stream().anyMatch((at) -> next(at).findAny().isEmpty());
			passed = new Passed(passed.steps() + 1, passed.at(), next, divided ? passed.fork() : passed.at().get(0),
					divided ? passed.before() : passed.steps(), lost);
		}
		return passed;
	}

	private IntStream next(int at) {
		boolean up = this.target.offset() > 0;
		if (at == BASE) {
			return up ? onBranch(this.graph.down().bottoms().stream()) : IntStream.empty();
		}
		int[] next = onBranch(Arrays.stream(up ? this.graph.down().children(at) : this.graph.down().parents(at)))
			.toArray();
		return (next.length == 0 && !up) ? IntStream.of(BASE) : Arrays.stream(next);
	}

	private IntStream onBranch(IntStream revisions) {
		BitSet lineage = this.lineage;
		return (lineage != null) ? revisions.filter(lineage::get) : revisions;
	}

	private List<Destination> ends(Passed passed) {
		if (passed.steps() == 0 || this.target.offset() > 0) {
			return passed.at().stream().map((at) -> destination(at, null)).toList();
		}
		return passed.left()
			.stream()
			.flatMap((left) -> next(left).mapToObj((at) -> destination(at, left)))
			.distinct()
			.toList();
	}

	private Destination destination(int at, @Nullable Integer left) {
		boolean undoesWhatItWalked = at == BASE || this.target.countsFromDatabase();
		return new Destination(this.target, (at != BASE) ? RevisionGraph.setOf(at) : new BitSet(), this.branch,
				undoesWhatItWalked ? left : null);
	}

	/**
	 * Lists the ways from the last fork on, if they are long enough, once for each
	 * outcome.
	 */
	private AmbiguousTargetException ambiguous(Passed passed, Function<Destination, ?> outcome) {
		int remaining = passed.steps() - passed.before() - 1;
		Map<Set<?>, Integer> ways = new LinkedHashMap<>();
		next(passed.fork()).filter((way) -> pass(way, remaining).steps() == remaining)
			.forEach((way) -> ways.putIfAbsent(outcomes(passed.fork(), way, remaining, outcome), way));
		return new AmbiguousTargetException(this.target.text(),
				reason(passed.fork(), (int) next(passed.fork()).count()) + ".",
				ways.values().stream().map((way) -> choice(way, remaining)).toList());
	}

	private Set<?> outcomes(int left, int way, int remaining, Function<Destination, ?> outcome) {
		List<Destination> ends = (remaining > 0) ? ends(pass(way, remaining))
				: List.of(destination(way, (this.target.offset() < 0) ? left : null));
		return ends.stream().map(outcome).collect(Collectors.toSet());
	}

	private String reason(int at, int ways) {
		if (at == BASE) {
			return "there are " + ways + " bases";
		}
		return (this.target.offset() > 0) ? ways + " revisions follow " + this.graph.id(at)
				: this.graph.id(at) + " follows " + ways + " revisions";
	}

	/**
	 * Returns the target for one way. Counting down from the database undoes only the
	 * revisions on its way. The id of its end alone would mean every branch above it.
	 */
	private String choice(int way, int remaining) {
		String id = this.graph.id(way);
		if (this.target.offset() > 0) {
			return this.target.branchPrefix() + id + this.target.steps(remaining);
		}
		if (this.target.countsFromDatabase() && oneWayAlong(way)) {
			return id + "@" + this.target.offsetText();
		}
		boolean knowsBranch = this.branch != null || this.target.countsFromDatabase();
		return (knowsBranch ? startName() + "@" : "") + id + this.target.steps(remaining);
	}

	private boolean oneWayAlong(int way) {
		BitSet above = this.graph.down().lineage(way);
		above.and(this.tips);
		RelativeTarget oneWay = new RelativeTarget(this.graph, this.target, way, this.start, this.overshoot, this.tips);
		return above.cardinality() == 1 && oneWay.ends().size() == 1;
	}

	private InvalidTargetException tooFar(Passed passed) {
		String onBranch = (this.target.branch() != null) ? " on branch " + this.target.branch() : "";
		int possible = passed.steps();
		return new InvalidTargetException(this.target.text(),
				"`" + this.target.text() + "` goes too far: there "
						+ ((possible == 1) ? "is only 1 step " : "are only " + possible + " steps ")
						+ ((this.target.offset() > 0) ? "above " : "below ") + startName() + onBranch + ".",
				(possible == 0) ? "Count from another revision. " + Listing.WHERE_ALL_ARE
						: "The furthest " + ((this.target.offset() > 0 && passed.at().size() > 1) ? "are " : "is ")
								+ furthest(passed) + ".");
	}

	private String furthest(Passed passed) {
		if (!passed.lost() && ends(passed).size() == 1) {
			return this.target.withSteps(passed.steps());
		}
		if (this.target.offset() > 0) {
			return Listing.inline(passed.at().stream().map(this.graph::id).toList());
		}
		return ((this.target.branch() != null) ? this.target.branch() : startName()) + "@" + Target.BASE;
	}

	private String startName() {
		return (this.start != BASE) ? this.graph.id(this.start) : Target.BASE;
	}

	/**
	 * The progress of counting the steps.
	 *
	 * @param steps the number of steps it took
	 * @param left the places that the last step left
	 * @param at the places where it is
	 * @param fork the last place before that where all ways met
	 * @param before the number of steps up to there
	 * @param lost whether a way ended after the fork, which may be the intended one
	 */
	private record Passed(int steps, List<Integer> left, List<Integer> at, int fork, int before, boolean lost) {

	}

	/**
	 * The handling of a target that would lead beyond the last revision.
	 */
	enum Overshoot {

		/**
		 * The target is refused, because a command that changes a database does only what
		 * was asked for.
		 */
		REFUSED,

		/**
		 * The target is the last revision, because a command that shows revisions shows
		 * those that exist.
		 */
		STOPS

	}

}
