package dev.migrator.operation;

import java.util.Optional;

/**
 * One directive of a revision.
 */
public sealed interface Operation permits Executable, Directive {

	/**
	 * The operation that undoes this one.
	 * @return the reverse, or empty if this operation cannot be undone
	 */
	Optional<Operation> reverse();

	/**
	 * What it does to objects.
	 * @return the effects, none where no other operation could depend on it, or where
	 * nobody knows
	 */
	default Effects effects() {
		return Effects.NONE;
	}

	/**
	 * What this operation is, in a few words, for messages and for printed plans.
	 * @return one line
	 */
	String describe();

}
