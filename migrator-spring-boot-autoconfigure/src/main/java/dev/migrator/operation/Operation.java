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
	 * What this operation is, in a few words, for messages and for printed plans.
	 * @return one line
	 */
	String describe();

}
