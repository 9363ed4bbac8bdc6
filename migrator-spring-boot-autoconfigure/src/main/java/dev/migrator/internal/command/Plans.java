package dev.migrator.internal.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.HalfWayCheck;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.result.PlanChangedException;
import dev.migrator.result.SourceGoneException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Planner;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;

/**
 * Makes the plans of the commands, after it has checked what has to be in order before.
 */
public final class Plans {

	private final Supplier<RevisionScripts> scripts;

	private final AppliedScriptCheck check;

	private final SeveralHeads severalHeads;

	public Plans(Supplier<RevisionScripts> scripts, AppliedScriptCheck check, SeveralHeads severalHeads) {
		this.scripts = scripts;
		this.check = check;
		this.severalHeads = severalHeads;
	}

	/**
	 * Returns an upgrade. It warns only once, even if it is planned repeatedly, and not
	 * at all if it is refused.
	 */
	public PlanMaker upgrade(String target) {
		Warnings warnings = new Warnings();
		return (state) -> {
			if (!migratable(state, warnings)) {
				return new Plan(Direction.UPGRADE, state.rows(), List.of(), state.rows());
			}
			Plan plan = halfWay().of(planner().upgrade(state.rows(), target), state);
			warnings.say(this.severalHeads.warning(this.scripts.get().graph(), target));
			return plan;
		};
	}

	/**
	 * Returns the revisions that an upgrade would apply, in its order.
	 * @return ids
	 */
	public List<String> pending(List<String> rows, String target) {
		return planner().upgrade(rows, target).steps().stream().map(CurrentState::id).toList();
	}

	/**
	 * Returns whether anything may be migrated: the applied revisions are known, and
	 * their scripts were not edited.
	 */
	boolean migratable(DatabaseState state, Warnings warnings) {
		AppliedScriptCheck.Findings findings = this.check.check(state, this.scripts.get());
		warnings.say(findings.warnings());
		return findings.migratable();
	}

	public void rowsAreKnown(DatabaseState state) {
		this.check.rowsAreKnown(state, this.scripts.get());
	}

	/**
	 * Makes sure that no applied revision has lost its source.
	 */
	public void noneIsApplied(DatabaseState state, List<Revision> withoutSource) {
		Set<String> applied = this.scripts.get().graph().applied(state.rows());
		List<Revision> found = withoutSource.stream().filter((revision) -> applied.contains(revision.id())).toList();
		if (!found.isEmpty()) {
			throw SourceGoneException.of(found);
		}
	}

	public PlanMaker downgrade(String target) {
		return (state) -> {
			rowsAreKnown(state);
			return halfWay().of(planner().downgrade(state.rows(), target), state);
		};
	}

	public PlanMaker rollback(int count) {
		return (state) -> {
			rowsAreKnown(state);
			Map<String, Long> when = new HashMap<>();
			state.lastEntries().forEach((revision, entry) -> when.put(revision, entry.id()));
			return halfWay().of(planner().rollback(state.rows(), count, when), state);
		};
	}

	/**
	 * Returns a plan that has to be the one that the user confirmed.
	 */
	public PlanMaker agreed(PlanMaker planMaker, Plan agreed) {
		return (state) -> {
			Plan plan = planMaker.plan(state);
			if (!plan.equals(agreed)) {
				throw PlanChangedException.of(plan, state.rows());
			}
			return plan;
		};
	}

	public PlanMaker stamp(List<String> targets) {
		return (state) -> {
			rowsAreKnown(state);
			return halfWay().of(planner().stamp(state.rows(), targets), state);
		};
	}

	public PlanMaker stampPurged(List<String> targets) {
		return (state) -> {
			Plan stamp = planner().stamp(List.of(), targets);
			List<String> to = stamp.to();
			List<String> removed = without(state.rows(), to);
			List<String> added = without(to, state.rows());
			List<String> stamped = stamp.steps().stream().flatMap((step) -> step.stamped().stream()).toList();
			List<Step> steps = (removed.isEmpty() && stamped.isEmpty()) ? List.of()
					: List.of(new Step(Direction.STAMP, null, removed, added, stamped));
			return halfWay().of(new Plan(Direction.STAMP, state.rows(), steps, to), state);
		};
	}

	private static List<String> without(List<String> rows, List<String> others) {
		List<String> left = new ArrayList<>(rows);
		left.removeAll(others);
		return left;
	}

	/**
	 * Returns the check of what may be done while a revision is half-way.
	 */
	public HalfWayCheck halfWay() {
		return new HalfWayCheck(this.scripts.get().graph());
	}

	private Planner planner() {
		return new Planner(this.scripts.get().graph());
	}

}
