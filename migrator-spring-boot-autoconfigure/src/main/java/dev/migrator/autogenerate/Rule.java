package dev.migrator.autogenerate;

import java.util.List;
import java.util.Optional;

import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObject;

/**
 * How objects of one kind come, change and go, and what they do not outlive. The place
 * where it is known what PostgreSQL can do with them in place.
 *
 * @param <O> the kind
 */
interface Rule<O extends SchemaObject> {

	/**
	 * What creates an object, without its parts.
	 */
	List<Proposed> create(O object, Situation situation);

	/**
	 * What drops an object, when its parts are gone.
	 */
	List<Proposed> drop(O object, Situation situation);

	/**
	 * What makes an object another one in place.
	 */
	default List<Proposed> alter(O was, O to, Situation situation) {
		throw new IllegalStateException("Is always replaced: " + was.id());
	}

	/**
	 * Whether an object that is to be otherwise is dropped and created.
	 */
	default boolean isReplaced(O was, O to, Situation situation) {
		return false;
	}

	/**
	 * What an alteration in place does to what needs the object.
	 */
	default Optional<Disturbance> disturbs(O was, O to, Situation situation) {
		return Optional.empty();
	}

	/**
	 * What becomes of an object because of what happens to one that it needs: it is
	 * dropped and put back, or passes on what happens to it, or stays as it is.
	 */
	default Optional<Disturbance> suffers(O object, ObjectId need, Disturbance disturbance) {
		return Optional.empty();
	}

}
