package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.element.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Drops a function or a procedure.
 *
 * @param signature its name and the types of its arguments
 * @param was its definition, or {@code null} if it is unknown
 * @param ifExists whether nothing is done if it does not exist; then it cannot be
 * reversed
 * @param cascade whether the objects that depend on it are dropped too; then it cannot be
 * reversed
 */
public record DropRoutine(Routine.Signature signature, @Nullable Routine was, boolean ifExists,
		boolean cascade) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return (this.cascade || this.ifExists) ? Optional.empty()
				: Optional.ofNullable(this.was).map((routine) -> new CreateRoutine(routine, false, null));
	}

	@Override
	public String java(JavaCode java) {
		String drop = java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade));
		String types = java.types(this.signature.arguments());
		return java.call(this.signature.procedure() ? "dropProcedure" : "dropFunction",
				java.text(this.signature.name()), drop.isEmpty() ? types : java.name(List.class) + ".of(" + types + ")",
				drop);
	}

	@Override
	public String describe() {
		return "drop %s %s".formatted(this.signature.procedure() ? "procedure" : "function", this.signature.name());
	}

	@Override
	public String toBeReversible() {
		return (this.cascade || this.ifExists) ? "" : ReverseAdvice
			.there(this.signature.procedure() ? "createProcedure" : "createFunction", this.signature.name());
	}

}
