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
 * A proposed change among others, of which some have to run before it: of one object, or
 * of a table or column with all that comes or goes with it.
 */
final class OrderStep {

	private final UnorderedChange proposed;

	private final Place place;

	/** The change as such, and those of the parts. */
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
	 * Adds what is done to a part.
	 */
	final void add(UnorderedChange part) {
		this.all.add(part);
		this.removes.addAll(part.effects().removes());
		this.makes.addAll(part.effects().makes());
	}

	/**
	 * Says that another one has to run before.
	 */
	void follows(OrderStep other) {
		if (other != this && this.before.add(other)) {
			other.behind.add(this);
		}
	}

	/**
	 * What has to run before, in the order in which it is pulled in front of this: what
	 * only drops first.
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
	 * What is done to the one object, or to the table or column as such.
	 */
	UnorderedChange proposed() {
		return this.proposed;
	}

	/**
	 * That, and what is done to the parts.
	 */
	List<UnorderedChange> all() {
		return this.all;
	}

	/**
	 * What it is about. That of a schema is about nothing that could be part of
	 * something.
	 */
	SchemaObject object() {
		return Objects.requireNonNull(this.proposed.object());
	}

	Place place() {
		return this.place;
	}

	/**
	 * Says that another step has ended an object before.
	 */
	void leaves(ObjectId id) {
		this.removes.remove(id);
	}

	/**
	 * Says that another step goes on with an object.
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
