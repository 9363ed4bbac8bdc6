package dev.migrator.internal.autogenerate.rule;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.RemainingSchema;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;

/**
 * Creates, alters and drops objects of one kind. A rule knows which changes PostgreSQL
 * can make in place, and which changes the objects do not survive.
 *
 * @param <O> the kind
 */
interface Rule<O extends SchemaObject> {

	/**
	 * Completes an object of the model from the database, where the model leaves
	 * something open.
	 * @return the wanted object, which may be of another kind; empty if another object
	 * has the same effect
	 */
	default Optional<? extends SchemaObject> complete(O said, Completion completion) {
		return Optional.of(said);
	}

	/**
	 * Returns whether an object that only the database has is wanted too, because a model
	 * cannot contain it.
	 */
	default boolean isLeftOpen(O there, Completion completion) {
		return false;
	}

	/**
	 * Returns whether an object that only the database has, and that belongs to no other,
	 * is dropped.
	 */
	default boolean goes(O there, RemainingSchema remaining) {
		return false;
	}

	/**
	 * Returns what an object has in common with an object of another name that may be the
	 * same.
	 * @param side where the object is
	 * @return a value to compare; empty if objects of this kind are not renamed
	 */
	default Optional<Object> likeness(O object, SchemaObjects side) {
		return Optional.empty();
	}

	/**
	 * Creates an object, without its parts.
	 */
	List<UnorderedChange> create(O object, Situation situation);

	/**
	 * Drops an object, after its parts.
	 */
	List<UnorderedChange> drop(O object, Situation situation);

	/**
	 * Alters an object in place.
	 */
	default List<UnorderedChange> alter(O was, O to, Situation situation) {
		throw new IllegalStateException("An object of this kind is always replaced: " + was.id());
	}

	/**
	 * Returns whether a changed object is dropped and created again.
	 */
	default boolean isReplaced(O was, O to, Situation situation) {
		return false;
	}

	/**
	 * Returns what an alteration in place means for the objects that need the object.
	 */
	default Optional<Disturbance> disturbs(O was, O to, Situation situation) {
		return Optional.empty();
	}

	/**
	 * Returns the object that must be created again to drop an unwanted one.
	 */
	default Optional<ObjectId> remakes(O going, Situation situation) {
		return Optional.empty();
	}

	/**
	 * Returns the effect on an object when an object that it needs is changed: it is
	 * dropped and created again, or passes the change on, or stays.
	 */
	default Optional<Disturbance> suffers(O object, ObjectId need, Disturbance disturbance) {
		return Optional.empty();
	}

}
