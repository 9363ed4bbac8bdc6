package dev.migrator.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.problem.Listing;

/**
 * Plans how a database gets from its version rows to a target. Plans are set arithmetic
 * on what is applied, in the order of the graph, so the same rows and the same target
 * always give the same plan.
 *
 * <p>
 * A target is {@code [branch@][symbol][+n|-n]}: a full or partial id, a branch label,
 * {@code head}, {@code heads} or {@code base}, and a number of steps from there, or from
 * where the database is if there is no symbol.
 *
 * <pre class="code">
 * Plan plan = new Planner(graph).upgrade(rows, "billing@head");
 * </pre>
 *
 * Every method throws {@link UnknownRowsException} if a row has no script. A target can
 * cause {@link UnknownRevisionException}, {@link AmbiguousRevisionException},
 * {@link MultipleHeadsException}, {@link AmbiguousTargetException} or
 * {@link InvalidTargetException}.
 */
public final class Planner {

	private final RevisionGraph graph;

	/**
	 * Creates a planner.
	 * @param graph the revisions to plan with
	 */
	public Planner(RevisionGraph graph) {
		this.graph = graph;
	}

	/**
	 * Plans to apply a target and all that it follows and depends on.
	 * @param rows the version rows of the database
	 * @param target the target; {@code heads} for everything
	 * @return the plan, empty if the target is applied
	 */
	public Plan upgrade(Collection<String> rows, String target) {
		Target parsed = Target.parse(target);
		if (parsed.countsFromDatabase() && parsed.offset() < 0) {
			throw new InvalidTargetException(target, "`" + target + "` leads down, but an upgrade goes up.",
					"To go down, downgrade to " + target + ".");
		}
		State state = new State(rows, Direction.UPGRADE);
		BitSet pending = state.pending(state.resolver.resolve(parsed, (there) -> outcome(there, state.pending(there))));
		if (pending.isEmpty()) {
			return state.stay();
		}
		VersionRows versionRows = state.versionRows();
		List<Step> steps = pending.stream().mapToObj(versionRows::upgrade).toList();
		BitSet after = (BitSet) state.applied.clone();
		after.or(pending);
		return state.plan(steps, after);
	}

	/**
	 * Plans to undo what is above a target: all revisions that follow it, and all that
	 * depend on those. With a branch ({@code billing@base}), only the revisions that
	 * follow it in that branch are undone. Without a symbol ({@code -1},
	 * {@code billing@-1}), the revisions between the database and the target are undone.
	 * @param rows the version rows of the database
	 * @param target the target; {@code base} for everything
	 * @return the plan, empty if the database is at the target
	 */
	public Plan downgrade(Collection<String> rows, String target) {
		Target parsed = Target.parse(target);
		if (parsed.countsFromDatabase() && parsed.offset() > 0) {
			throw new InvalidTargetException(target, "`" + target + "` leads up, but a downgrade goes down.",
					"To go up, upgrade to " + target + ".");
		}
		State state = new State(rows, Direction.DOWNGRADE);
		Destination destination = state.resolver
			.one(state.resolver.resolve(parsed, (there) -> outcome(there, state.dropped(there))));
		BitSet dropped = state.dropped(destination);
		if (dropped.isEmpty()) {
			new DowngradeScope(this.graph, destination).requireAt(state.rows, state.applied);
			return state.stay();
		}
		VersionRows versionRows = state.versionRows();
		List<Step> steps = new ArrayList<>(dropped.cardinality());
		for (int i = dropped.length() - 1; i >= 0; i = dropped.previousSetBit(i - 1)) {
			steps.add(versionRows.downgrade(i));
		}
		return state.plan(steps, without(state.applied, dropped));
	}

	/**
	 * Plans to undo the last revisions that were applied. If the graph leaves the order
	 * open, the history decides; if the history does not say, the order of the files
	 * decides.
	 * @param rows the version rows of the database
	 * @param count the number of revisions to undo, at least 1
	 * @param when the time when each revision was applied, by id: a larger number is
	 * later
	 * @return the plan
	 * @throws InvalidTargetException if fewer are applied
	 */
	public Plan rollback(Collection<String> rows, int count, Map<String, Long> when) {
		State state = new State(rows, Direction.DOWNGRADE);
		int possible = state.applied.cardinality();
		if (count < 1) {
			throw new InvalidTargetException("-s " + count, "`-s " + count + "` is not a number of revisions.",
					"It takes a number of 1 or more.");
		}
		if (count > possible) {
			throw new InvalidTargetException("-s " + count,
					(possible == 0) ? "Nothing is applied, so there is nothing to undo."
							: "`-s " + count + "` goes too far: only " + possible
									+ ((possible == 1) ? " revision is" : " revisions are") + " applied.",
					(possible == 0) ? Listing.WHERE_CURRENT_IS : "The furthest is -s " + possible + ".");
		}
		VersionRows versionRows = state.versionRows();
		BitSet left = (BitSet) state.applied.clone();
		List<Step> steps = new ArrayList<>(count);
		for (int revision : new LastApplied(this.graph, state.applied, when).last(count)) {
			steps.add(versionRows.downgrade(revision));
			left.clear(revision);
		}
		return state.plan(steps, left);
	}

	/**
	 * Plans to change the version rows without running anything: each target replaces the
	 * rows on its line, above or below. {@code base} removes all rows,
	 * {@code billing@base} those on the line of that branch.
	 * @param rows the version rows of the database, or none to ignore the present rows
	 * @param targets the targets, in any order
	 * @return the plan, with one step, or with none if no target names a revision and no
	 * row is removed
	 */
	public Plan stamp(Collection<String> rows, List<String> targets) {
		State state = new State(rows, Direction.STAMP);
		BitSet leaving = new BitSet();
		BitSet coming = new BitSet();
		for (String target : targets) {
			Destination destination = state.resolver.resolve(Target.parse(target),
					(there) -> List.of(onTheLineOf(there), there.revisions()));
			leaving.or(onTheLineOf(destination));
			coming.or(destination.revisions());
		}
		BitSet after = without(state.rows, leaving);
		after.or(coming);
		after = this.graph.all().maximal(after);
		if (coming.isEmpty() && after.equals(state.rows)) {
			return state.stay();
		}
		Step step = new Step(Direction.STAMP, null, this.graph.ids(without(state.rows, after)),
				this.graph.ids(without(after, state.rows)), this.graph.ids(coming));
		return state.plan(List.of(step), after);
	}

	private BitSet onTheLineOf(Destination destination) {
		if (!destination.isBase()) {
			BitSet line = this.graph.all().downFrom(destination.revisions());
			line.or(this.graph.all().upFrom(destination.revisions()));
			return line;
		}
		Integer member = (destination.left() != null) ? destination.left() : destination.branch();
		if (member != null) {
			return this.graph.all().lineage(member);
		}
		BitSet everything = new BitSet();
		everything.set(0, this.graph.size());
		return everything;
	}

	/**
	 * Finds the revisions that a target denotes, for commands that only show them.
	 * @param rows the version rows of the database
	 * @param target the target, or {@code current} for the version rows
	 * @return the revisions: none for {@code base}, possibly several for {@code heads}
	 * and {@code current}
	 */
	public List<Revision> locate(Collection<String> rows, String target) {
		BitSet current = this.graph.rows(rows);
		if (target.equals(Target.CURRENT)) {
			return this.graph.revisions(current);
		}
		TargetResolver resolver = new TargetResolver(this.graph, "show", this.graph.all().downFrom(current));
		return this.graph.revisions(resolver.resolve(Target.parse(target)).revisions());
	}

	/**
	 * Returns whether a target depends on the database, so that {@link #locate} needs its
	 * rows.
	 * @param target the target
	 * @return whether it is {@code current} or counts from there
	 */
	public static boolean needsDatabase(String target) {
		Target parsed = Target.parse(target);
		return parsed.isCurrent() || parsed.countsFromDatabase();
	}

	/**
	 * Finds the revisions in a range: those between its start and its end, directly or
	 * not, including both. Dependencies count like down revisions.
	 * @param rows the version rows of the database; used only if the range
	 * {@linkplain RevisionRange#needsDatabase() needs} them
	 * @param range the range
	 * @return the revisions, newest first: the reverse of the order of the graph
	 */
	public List<Revision> range(Collection<String> rows, RevisionRange range) {
		BitSet current = range.needsDatabase() ? this.graph.rows(rows) : new BitSet();
		List<Revision> found = new ArrayList<>(
				this.graph.revisions(new RangeResolver(this.graph, current, range).resolve()));
		Collections.reverse(found);
		return List.copyOf(found);
	}

	/**
	 * Returns what a plan would do. If it would do nothing, the reason matters.
	 */
	private static Object outcome(Destination destination, BitSet steps) {
		return steps.isEmpty() ? destination : steps;
	}

	private static BitSet without(BitSet revisions, BitSet others) {
		BitSet difference = (BitSet) revisions.clone();
		difference.andNot(others);
		return difference;
	}

	/**
	 * The state of the database that a plan is made for.
	 */
	private final class State {

		private final Direction direction;

		private final BitSet rows;

		private final BitSet applied;

		private final TargetResolver resolver;

		State(Collection<String> rows, Direction direction) {
			this.direction = direction;
			this.rows = Planner.this.graph.rows(rows);
			this.applied = Planner.this.graph.all().downFrom(this.rows);
			this.resolver = new TargetResolver(Planner.this.graph, direction.command(), this.applied);
		}

		BitSet pending(Destination destination) {
			return without(Planner.this.graph.all().downFrom(destination.revisions()), this.applied);
		}

		BitSet dropped(Destination destination) {
			BitSet dropped = Planner.this.graph.all()
				.upFrom(new DowngradeScope(Planner.this.graph, destination).roots());
			dropped.and(this.applied);
			return dropped;
		}

		VersionRows versionRows() {
			return new VersionRows(Planner.this.graph, this.rows, this.applied);
		}

		Plan stay() {
			List<String> ids = Planner.this.graph.ids(this.rows);
			return new Plan(this.direction, ids, List.of(), ids);
		}

		Plan plan(List<Step> steps, BitSet after) {
			return new Plan(this.direction, Planner.this.graph.ids(this.rows), steps,
					Planner.this.graph.ids(Planner.this.graph.all().maximal(after)));
		}

	}

}
