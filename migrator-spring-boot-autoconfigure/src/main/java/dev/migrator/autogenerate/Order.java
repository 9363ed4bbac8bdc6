package dev.migrator.autogenerate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.object.ObjectId;

/**
 * Brings proposed changes into an order in which they run. Each has its place by rank and
 * name; what one needs, or what is in its way, is pulled in front of it. What cannot be
 * ordered is a mistake of a rule.
 */
final class Order {

	private final Situation situation;

	private final Needs needsBefore;

	private final Needs needsThen;

	private final List<Step> steps = new ArrayList<>();

	private final Map<ObjectId, List<Step>> removers = new HashMap<>();

	private final Map<ObjectId, List<Step>> makers = new HashMap<>();

	Order(Situation situation, Needs needsBefore, Needs needsThen) {
		this.situation = situation;
		this.needsBefore = needsBefore;
		this.needsThen = needsThen;
	}

	/**
	 * Brings changes into an order.
	 * @throws NoOrderException if there is none
	 */
	List<Proposed> of(List<Proposed> proposed) {
		Places places = new Places(this.situation);
		proposed.forEach((change) -> this.steps.add(new Step(change, places.of(change))));
		this.steps.sort(Comparator.comparing(Step::place));
		this.steps.forEach((step) -> {
			step.removes().forEach((id) -> add(this.removers, id, step));
			step.makes().forEach((id) -> add(this.makers, id, step));
		});
		chain();
		needs();
		names();
		Units units = new Units(this.steps, this.situation);
		units.standTogether();
		return new PutTogether(units, this.situation).of(visited());
	}

	private static void add(Map<ObjectId, List<Step>> steps, ObjectId id, Step step) {
		steps.computeIfAbsent(id, (key) -> new ArrayList<>()).add(step);
	}

	/**
	 * Where several change one object in a row, the first ends what it was, and the last
	 * begins what it is.
	 */
	private void chain() {
		for (Map.Entry<ObjectId, List<Step>> entry : this.removers.entrySet()) {
			ObjectId id = entry.getKey();
			List<Step> changing = entry.getValue().stream().filter((step) -> step.makes().contains(id)).toList();
			for (int i = 1; i < changing.size(); i++) {
				changing.get(i).follows(changing.get(i - 1));
				changing.get(i).leaves(id);
				changing.get(i - 1).passesOn(id);
			}
			if (changing.size() > 1) {
				entry.setValue(new ArrayList<>(entry.getValue()));
				entry.getValue().removeIf((step) -> !step.removes().contains(id));
				this.makers.getOrDefault(id, List.of()).removeIf((step) -> !step.makes().contains(id));
			}
		}
	}

	private void needs() {
		for (Step step : this.steps) {
			for (ObjectId id : step.removes()) {
				first(this.needsBefore, id, step.proposed().drops())
					.forEach((dependant) -> moved(this.removers, dependant).forEach(step::follows));
				this.makers.getOrDefault(id, List.of()).forEach((maker) -> maker.follows(step));
			}
			for (ObjectId id : step.makes()) {
				first(this.needsThen, id, true)
					.forEach((dependant) -> moved(this.makers, dependant).forEach((maker) -> maker.follows(step)));
			}
		}
	}

	/**
	 * What is there only as long as an object is, and as it is.
	 * @param whole whether the object comes or goes as a whole, and is not only changed
	 */
	private static Stream<ObjectId> first(Needs needs, ObjectId id, boolean whole) {
		return whole ? Stream.concat(needs.partsOf(id).stream(), needs.dependantsOf(id).stream())
				: needs.dependantsOf(id).stream();
	}

	private static Stream<Step> moved(Map<ObjectId, List<Step>> steps, ObjectId id) {
		return steps.getOrDefault(id, List.of()).stream().filter((step) -> !step.proposed().effects().isRename());
	}

	private void names() {
		Map<ObjectName, List<Step>> freeing = new HashMap<>();
		this.steps.forEach((step) -> step.proposed()
			.effects()
			.frees()
			.forEach((name) -> freeing.computeIfAbsent(name, (key) -> new ArrayList<>()).add(step)));
		this.steps.forEach((step) -> step.proposed()
			.effects()
			.takes()
			.forEach((name) -> freeing.getOrDefault(name, List.of()).forEach(step::follows)));
	}

	private List<Step> visited() {
		Set<Step> done = new LinkedHashSet<>();
		Set<Step> open = new HashSet<>();
		Deque<Visit> stack = new ArrayDeque<>();
		for (Step step : this.steps) {
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

	private static void enter(Step step, Set<Step> done, Set<Step> open, Deque<Visit> stack) {
		if (done.contains(step)) {
			return;
		}
		if (!open.add(step)) {
			throw new NoOrderException(circle(stack, step));
		}
		stack.push(new Visit(step, step.pulled().iterator()));
	}

	/**
	 * From a step to itself, each before the one that needs it to run first.
	 */
	private static List<String> circle(Deque<Visit> stack, Step step) {
		List<String> circle = new ArrayList<>();
		for (Visit visit : stack) {
			circle.add(visit.step().proposed().operation().describe());
			if (visit.step() == step) {
				break;
			}
		}
		return circle;
	}

	private record Visit(Step step, Iterator<Step> before) {
	}

}
