package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Drops a function or a procedure.
 *
 * @param signature its name and the types of its arguments
 * @param was what it is, or {@code null} if that was not said
 * @param ifExists whether nothing is done if there is none; then it cannot be reversed
 * @param cascade whether what depends on it goes too; then it cannot be reversed
 */
public record DropRoutine(Routine.Signature signature, @Nullable Routine was, boolean ifExists,
		boolean cascade) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return (this.cascade || this.ifExists) ? Optional.empty()
				: Optional.ofNullable(this.was).map((routine) -> new CreateRoutine(routine, false, null));
	}

	@Override
	public String describe() {
		return "drop %s %s".formatted(this.signature.procedure() ? "procedure" : "function", this.signature.name());
	}

	@Override
	public String toBeReversible() {
		return (this.cascade || this.ifExists) ? "" : WhatWas
			.there(this.signature.procedure() ? "createProcedure" : "createFunction", this.signature.name());
	}

}
