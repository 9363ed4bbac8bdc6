package dev.migrator.internal.execution.state;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.execution.HalfWay;
import dev.migrator.execution.HalfWayException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a plan that would leave a version row untrue because a revision without a
 * transaction is half-way. A plan that continues this revision is accepted, and so is an
 * upgrade beside one that is being applied.
 */
public final class HalfWayCheck {

	private final RevisionGraph graph;

	/**
	 * Creates a check.
	 * @param graph the revisions that have a script; this check does not look at others
	 */
	public HalfWayCheck(RevisionGraph graph) {
		this.graph = graph;
	}

	/**
	 * Checks a plan.
	 * @param plan the plan
	 * @param state the state of the database that it was made from
	 * @return the plan
	 * @throws HalfWayException if a half-way revision has to be resolved first
	 */
	public Plan of(Plan plan, DatabaseState state) {
		List<LastEntry> inTheWay = known(state).stream().filter((entry) -> isInTheWay(entry, plan)).toList();
		if (!inTheWay.isEmpty()) {
			throw HalfWayException.inTheWayOf(plan.direction(), described(inTheWay));
		}
		if (plan.direction() == Direction.UPGRADE) {
			known(state).stream()
				.filter((entry) -> isIn(plan, entry))
				.forEach((entry) -> requireWhatItStandsOn(entry, state));
		}
		return plan;
	}

	/**
	 * Makes sure that no downgrade is half-way, which has undone a part of an applied
	 * revision.
	 * @param state the state of the database
	 * @throws HalfWayException if a downgrade is half-way
	 */
	public void noneIsHalfUndone(DatabaseState state) {
		List<LastEntry> undone = halfUndone(state);
		if (!undone.isEmpty()) {
			throw HalfWayException.untrue(described(undone));
		}
	}

	/**
	 * Returns whether a downgrade has undone a part of an applied revision.
	 * @param state the state of the database
	 * @return whether a downgrade is half-way
	 */
	public boolean isHalfUndone(DatabaseState state) {
		return !halfUndone(state).isEmpty();
	}

	private List<LastEntry> halfUndone(DatabaseState state) {
		return known(state).stream().filter(LastEntry::halfDowngraded).toList();
	}

	private List<LastEntry> known(DatabaseState state) {
		return state.unfinished().stream().filter((entry) -> this.graph.find(entry.revision()).isPresent()).toList();
	}

	private List<HalfWay> described(List<LastEntry> entries) {
		return entries.stream().map((entry) -> entry.halfWay(this.graph)).toList();
	}

	private static boolean isInTheWay(LastEntry entry, Plan plan) {
		boolean beside = plan.direction() == Direction.UPGRADE && entry.halfUpgraded();
		return !beside && !isIn(plan, entry);
	}

	private static boolean isIn(Plan plan, LastEntry entry) {
		Direction direction = entry.halfDowngraded() ? Direction.DOWNGRADE : Direction.UPGRADE;
		return plan.direction() == direction && plan.steps()
			.stream()
			.map(Step::revision)
			.filter(Objects::nonNull)
			.map(Revision::id)
			.anyMatch(entry.revision()::equals);
	}

	/**
	 * The statements of a revision that are done are lost when a revision below it was
	 * undone, and applying that one again does not restore them.
	 */
	private void requireWhatItStandsOn(LastEntry entry, DatabaseState state) {
		Set<String> below = new TreeSet<>(this.graph.applied(List.of(entry.revision())));
		below.remove(entry.revision());
		Set<String> applied = this.graph.applied(state.rows());
		below.removeIf((id) -> applied.contains(id) && !appliedSince(entry, state.lastEntries().get(id)));
		if (!below.isEmpty()) {
			throw HalfWayException.onWhatWasUndone(entry.halfWay(this.graph), below);
		}
	}

	private static boolean appliedSince(LastEntry entry, @Nullable LastEntry below) {
		return below != null && below.id() > entry.id() && below.direction() == Direction.UPGRADE;
	}

}
