package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import org.jspecify.annotations.Nullable;

/**
 * One directive of a revision. The kinds are fixed, but for {@link CustomOperation}.
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
	 * What of the rows it destroys, for good.
	 * @return that, {@code drops users.nickname with its data}, or {@code null} if it
	 * destroys nothing
	 */
	default @Nullable String loss() {
		return null;
	}

	/**
	 * What this operation is, in a few words, for messages and for printed plans.
	 * @return one line
	 */
	String describe();

	/**
	 * This operation as it is written in a Java revision. What was there before is not
	 * said: that stands in the other direction of the revision.
	 * @param java writes the source, and keeps what has to be imported for it
	 * @return the call of a directive, without a semicolon
	 */
	String java(JavaCode java);

}
