package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import org.jspecify.annotations.Nullable;

/**
 * One directive of a revision. Only {@link CustomOperation} is open for implementation.
 */
public sealed interface Operation permits Executable, Directive {

	/**
	 * Returns the operation that undoes this one.
	 * @return the reverse, or empty if this operation cannot be undone
	 */
	Optional<Operation> reverse();

	/**
	 * Returns the effects on objects.
	 * @return the effects; none if no other operation can depend on them, or if they are
	 * unknown
	 */
	default Effects effects() {
		return Effects.NONE;
	}

	/**
	 * Returns which data it destroys permanently.
	 * @return a description such as {@code drops users.nickname with its data}, or
	 * {@code null} if it destroys nothing
	 */
	default @Nullable String loss() {
		return null;
	}

	/**
	 * Returns a short description, for messages and printed plans.
	 * @return one line
	 */
	String describe();

	/**
	 * Returns this operation as it is written in a Java revision. The source does not
	 * contain the state before: the other direction of the revision does.
	 * @param java writes the source, and keeps the imports that it needs
	 * @return the call of a directive, without a semicolon
	 */
	String java(JavaCode java);

}
