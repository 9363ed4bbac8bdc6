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
 * Creates, alters and drops objects of one kind, and knows what they do not outlive: the
 * place where it is known what PostgreSQL can do with them in place.
 *
 * @param <O> the kind
 */
interface Rule<O extends SchemaObject> {

	/**
	 * Says what is wanted of an object that a model says, of what it leaves open what the
	 * database has.
	 * @return what is wanted, which may be of another kind; nothing if something else
	 * does what the object would
	 */
	default Optional<? extends SchemaObject> complete(O said, Completion completion) {
		return Optional.of(said);
	}

	/**
	 * Whether an object that only the database has is wanted too, because no model would
	 * say it.
	 */
	default boolean isLeftOpen(O there, Completion completion) {
		return false;
	}

	/**
	 * Whether an object that only the database has, and that belongs to nothing, goes.
	 */
	default boolean goes(O there, RemainingSchema remaining) {
		return false;
	}

	/**
	 * Says what an object of this kind has in common with one of another name that may be
	 * the same.
	 * @param side where the object is
	 * @return nothing if objects of this kind are not renamed
	 */
	default Optional<Object> likeness(O object, SchemaObjects side) {
		return Optional.empty();
	}

	/**
	 * Creates an object, without its parts.
	 */
	List<UnorderedChange> create(O object, Situation situation);

	/**
	 * Drops an object, when its parts are gone.
	 */
	List<UnorderedChange> drop(O object, Situation situation);

	/**
	 * Makes an object another one in place.
	 */
	default List<UnorderedChange> alter(O was, O to, Situation situation) {
		throw new IllegalStateException("Is always replaced: " + was.id());
	}

	/**
	 * Whether an object that is to be otherwise is dropped and created.
	 */
	default boolean isReplaced(O was, O to, Situation situation) {
		return false;
	}

	/**
	 * Says what an alteration in place means for what needs the object.
	 */
	default Optional<Disturbance> disturbs(O was, O to, Situation situation) {
		return Optional.empty();
	}

	/**
	 * Says what has to be made anew so that an object that is not wanted goes.
	 */
	default Optional<ObjectId> remakes(O going, Situation situation) {
		return Optional.empty();
	}

	/**
	 * Says what becomes of an object when something happens to one that it needs: it is
	 * dropped and put back, or passes on what happens to it, or stays as it is.
	 */
	default Optional<Disturbance> suffers(O object, ObjectId need, Disturbance disturbance) {
		return Optional.empty();
	}

}
