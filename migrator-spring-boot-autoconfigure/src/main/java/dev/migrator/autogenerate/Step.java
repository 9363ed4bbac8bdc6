package dev.migrator.autogenerate;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObject;

/**
 * A proposed change among others, of which some have to run before it.
 */
final class Step {

	private final Proposed proposed;

	private final Place place;

	private Set<ObjectId> removes;

	private Set<ObjectId> makes;

	private final Set<Step> before = new LinkedHashSet<>(4);

	private final Set<Step> behind = new LinkedHashSet<>(4);

	Step(Proposed proposed, Place place) {
		this.proposed = proposed;
		this.place = place;
		this.removes = proposed.effects().removes();
		this.makes = proposed.effects().makes();
	}

	/**
	 * Says that another one has to run before.
	 */
	void follows(Step other) {
		if (other != this && this.before.add(other)) {
			other.behind.add(this);
		}
	}

	/**
	 * What has to run before, in the order in which it is pulled in front of this: what
	 * only drops first.
	 */
	List<Step> pulled() {
		return (this.before.size() < 2) ? List.copyOf(this.before)
				: this.before.stream()
					.sorted(Comparator.comparing((Step step) -> !step.proposed().drops()).thenComparing(Step::place))
					.toList();
	}

	Set<Step> before() {
		return this.before;
	}

	Set<Step> behind() {
		return this.behind;
	}

	Proposed proposed() {
		return this.proposed;
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
		this.removes = without(this.removes, id);
	}

	/**
	 * Says that another step goes on with an object.
	 */
	void passesOn(ObjectId id) {
		this.makes = without(this.makes, id);
	}

	private static Set<ObjectId> without(Set<ObjectId> ids, ObjectId id) {
		Set<ObjectId> others = new LinkedHashSet<>(ids);
		others.remove(id);
		return others;
	}

	Set<ObjectId> removes() {
		return this.removes;
	}

	Set<ObjectId> makes() {
		return this.makes;
	}

}
