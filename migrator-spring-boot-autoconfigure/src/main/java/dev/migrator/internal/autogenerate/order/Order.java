package dev.migrator.internal.autogenerate.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.schema.ObjectName;

/**
 * Sorts proposed changes into an order in which they can run. Each has a place by rank
 * and name. The changes that it needs, or that remove what prevents it, are moved before
 * it. If no order exists, a rule has a mistake.
 */
public final class Order {

	private final Situation situation;

	private final Needs needsBefore;

	private final Needs needsThen;

	private final List<OrderStep> steps = new ArrayList<>();

	private final Map<ObjectId, List<OrderStep>> removers = new HashMap<>();

	private final Map<ObjectId, List<OrderStep>> makers = new HashMap<>();

	public Order(Situation situation, Needs needsBefore, Needs needsThen) {
		this.situation = situation;
		this.needsBefore = needsBefore;
		this.needsThen = needsThen;
	}

	/**
	 * Sorts changes.
	 * @throws NoOrderException if no order exists
	 */
	public List<UnorderedChange> of(List<UnorderedChange> proposed) {
		StepGrouping grouping = new StepGrouping(proposed, this.situation);
		this.steps.addAll(grouping.steps());
		this.steps.sort(Comparator.comparing(OrderStep::place));
		this.steps.forEach((step) -> {
			step.removes().forEach((id) -> add(this.removers, id, step));
			step.makes().forEach((id) -> add(this.makers, id, step));
		});
		chain();
		needs();
		names();
		return new PutTogether(grouping, this.situation).of(visited());
	}

	private static <T> void add(Map<T, List<OrderStep>> steps, T of, OrderStep step) {
		steps.computeIfAbsent(of, (key) -> new ArrayList<>(1)).add(step);
	}

	/**
	 * Chains the changes of one object: only the first removes the old state, and only
	 * the last makes the new one.
	 */
	private void chain() {
		this.removers.forEach((id, removers) -> {
			List<OrderStep> changing = (removers.size() < 2) ? List.of()
					: removers.stream().filter((step) -> step.makes().contains(id)).toList();
			for (int i = 1; i < changing.size(); i++) {
				changing.get(i).follows(changing.get(i - 1));
				changing.get(i).leaves(id);
				changing.get(i - 1).passesOn(id);
			}
			if (changing.size() > 1) {
				removers.removeIf((step) -> !step.removes().contains(id));
				this.makers.getOrDefault(id, List.of()).removeIf((step) -> !step.makes().contains(id));
			}
		});
	}

	/**
	 * Orders dependents: what needs the current state of an object is removed before the
	 * object changes, and made after it. Parts of an object survive a change of it.
	 */
	private void needs() {
		for (OrderStep step : this.steps) {
			for (ObjectId id : step.removes()) {
				notRenaming(this.removers, this.needsBefore.dependantsOf(id)).forEach(step::follows);
				if (step.proposed().drops()) {
					notRenaming(this.removers, this.needsBefore.partsOf(id)).forEach(step::follows);
				}
				this.makers.getOrDefault(id, List.of()).forEach((maker) -> maker.follows(step));
			}
			for (ObjectId id : step.makes()) {
				notRenaming(this.makers, this.needsThen.dependantsOf(id)).forEach((maker) -> maker.follows(step));
				if (!step.removes().contains(id)) {
					notRenaming(this.makers, this.needsThen.partsOf(id)).forEach((maker) -> maker.follows(step));
				}
			}
		}
	}

	private static List<OrderStep> notRenaming(Map<ObjectId, List<OrderStep>> steps, Collection<ObjectId> ids) {
		List<OrderStep> moved = new ArrayList<>(0);
		for (ObjectId id : ids) {
			for (OrderStep step : steps.getOrDefault(id, List.of())) {
				if (!step.proposed().effects().isRename()) {
					moved.add(step);
				}
			}
		}
		return moved;
	}

	private void names() {
		Map<ObjectName, List<OrderStep>> freeing = new HashMap<>();
		for (OrderStep step : this.steps) {
			step.all().forEach((change) -> change.effects().frees().forEach((name) -> add(freeing, name, step)));
		}
		for (OrderStep step : this.steps) {
			step.all()
				.forEach((change) -> change.effects()
					.takes()
					.forEach((name) -> freeing.getOrDefault(name, List.of()).forEach(step::follows)));
		}
	}

	private List<OrderStep> visited() {
		Set<OrderStep> done = new LinkedHashSet<>();
		Set<OrderStep> open = new HashSet<>();
		Deque<Visit> stack = new ArrayDeque<>();
		for (OrderStep step : this.steps) {
			enter(step, done, open, stack);
			while (!stack.isEmpty()) {
				Visit visit = stack.element();
				if (visit.before().hasNext()) {
					enter(visit.before().next(), done, open, stack);
				}
				else {
					stack.remove();
					open.remove(visit.step());
					done.add(visit.step());
				}
			}
		}
		return List.copyOf(done);
	}

	private static void enter(OrderStep step, Set<OrderStep> done, Set<OrderStep> open, Deque<Visit> stack) {
		if (done.contains(step)) {
			return;
		}
		if (!open.add(step)) {
			throw new NoOrderException(circle(stack, step));
		}
		stack.push(new Visit(step, step.pulled().iterator()));
	}

	/**
	 * Returns the steps of the circle, each before the one that needs it to run first.
	 */
	private static List<String> circle(Deque<Visit> stack, OrderStep step) {
		List<String> circle = new ArrayList<>();
		for (Visit visit : stack) {
			circle.add(visit.step().proposed().operation().describe());
			if (visit.step() == step) {
				break;
			}
		}
		return circle;
	}

	private record Visit(OrderStep step, Iterator<OrderStep> before) {
	}

}
