package dev.migrator.internal.autogenerate.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;

/**
 * A proposed change and the steps that must run before it. It changes one object, or a
 * table or column with all parts that are created or dropped with it.
 */
final class OrderStep {

	private final UnorderedChange proposed;

	private final Place place;

	/** The change itself, and the changes of the parts. */
	private final List<UnorderedChange> all = new ArrayList<>(1);

	private final Set<ObjectId> removes = new LinkedHashSet<>();

	private final Set<ObjectId> makes = new LinkedHashSet<>();

	private final Set<OrderStep> before = new LinkedHashSet<>(4);

	private final Set<OrderStep> behind = new LinkedHashSet<>(4);

	OrderStep(UnorderedChange proposed, Place place) {
		this.proposed = proposed;
		this.place = place;
		add(proposed);
	}

	/**
	 * Adds the change of a part.
	 */
	final void add(UnorderedChange part) {
		this.all.add(part);
		this.removes.addAll(part.effects().removes());
		this.makes.addAll(part.effects().makes());
	}

	/**
	 * Requires that another step runs before this one.
	 */
	void follows(OrderStep other) {
		if (other != this && this.before.add(other)) {
			other.behind.add(this);
		}
	}

	/**
	 * Returns the steps that must run before this one, in the order in which they are
	 * moved before it: steps that only drop first.
	 */
	List<OrderStep> pulled() {
		return (this.before.size() < 2) ? List.copyOf(this.before) : this.before.stream()
			.sorted(Comparator.comparing((OrderStep step) -> !step.proposed().drops()).thenComparing(OrderStep::place))
			.toList();
	}

	Set<OrderStep> before() {
		return this.before;
	}

	Set<OrderStep> behind() {
		return this.behind;
	}

	/**
	 * Returns the change of the object, or of the table or column itself.
	 */
	UnorderedChange proposed() {
		return this.proposed;
	}

	/**
	 * Returns the change itself, and the changes of the parts.
	 */
	List<UnorderedChange> all() {
		return this.all;
	}

	/**
	 * Returns the changed object. Do not call it for a change without an object.
	 */
	SchemaObject object() {
		return Objects.requireNonNull(this.proposed.object());
	}

	Place place() {
		return this.place;
	}

	/**
	 * Records that another step has removed an object before.
	 */
	void leaves(ObjectId id) {
		this.removes.remove(id);
	}

	/**
	 * Records that another step continues to change an object.
	 */
	void passesOn(ObjectId id) {
		this.makes.remove(id);
	}

	Set<ObjectId> removes() {
		return this.removes;
	}

	Set<ObjectId> makes() {
		return this.makes;
	}

}
