package dev.migrator.operation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.element.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Creates or drops a function or a procedure.
 */
public sealed interface RoutineDirective extends Directive {

	/**
	 * Creates or replaces a function or a procedure.
	 *
	 * @param routine the function
	 * @param replace whether an existing one with the same name and arguments is replaced
	 * @param was the replaced function, or {@code null} if it is unknown
	 */
	record CreateRoutine(Routine routine, boolean replace, @Nullable Routine was) implements RoutineDirective {

		public CreateRoutine {
			if (was != null && !was.signature().equals(routine.signature())) {
				throw new InvalidDefinitionException(
						"The function %s and its replacement have different arguments.".formatted(routine.name()),
						"PostgreSQL would keep both. Use two directives: create the new one, and drop the old one.");
			}
		}

		@Override
		public Optional<Operation> reverse() {
			if (!this.replace) {
				return Optional.of(new DropRoutine(this.routine.signature(), this.routine, false, false));
			}
			return Optional.ofNullable(this.was).map((old) -> new CreateRoutine(old, true, this.routine));
		}

		@Override
		public String java(JavaCode java) {
			String kind = (this.routine.returns() == null) ? "Procedure" : "Function";
			return java.call((this.replace ? "replace" : "create") + kind, java.text(this.routine.name()),
					java.lambda(kind.toLowerCase(Locale.ROOT), chain(java)));
		}

		private String chain(JavaCode java) {
			String language = this.routine.language().equals("plpgsql") ? null : this.routine.language();
			return this.routine.arguments()
				.stream()
				.map((argument) -> argument(java, argument))
				.collect(Collectors.joining()) + java.link("returns", this.routine.returns())
					+ java.link("language", language)
					+ this.routine.attributes()
						.stream()
						.map((attribute) -> java.link("attribute", attribute))
						.collect(Collectors.joining())
					+ java.link("body", this.routine.body());
		}

		private static String argument(JavaCode java, Routine.Argument argument) {
			String name = (argument.name() != null) ? java.text(argument.name()) : "";
			String value = (argument.defaultValue() != null) ? java.value(argument.defaultValue()) : "";
			return java.callOn("", "argument", name, java.type(argument.type()), value);
		}

		@Override
		public String describe() {
			return "%s %s %s".formatted(this.replace ? "replace" : "create",
					(this.routine.returns() == null) ? "procedure" : "function", this.routine.name());
		}

		@Override
		public String toBeReversible() {
			return "Give the old definition: op.replace%s(\"%s\", ..., (was) -> was.body(\"...\"))"
				.formatted((this.routine.returns() == null) ? "Procedure" : "Function", this.routine.name());
		}

	}

	/**
	 * Drops a function or a procedure.
	 *
	 * @param signature its name and the types of its arguments
	 * @param was its definition, or {@code null} if it is unknown
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the objects that depend on it are dropped too; then it
	 * cannot be reversed
	 */
	record DropRoutine(Routine.Signature signature, @Nullable Routine was, boolean ifExists,
			boolean cascade) implements RoutineDirective {

		@Override
		public Optional<Operation> reverse() {
			return (this.cascade || this.ifExists) ? Optional.empty()
					: Optional.ofNullable(this.was).map((routine) -> new CreateRoutine(routine, false, null));
		}

		@Override
		public String java(JavaCode java) {
			String drop = java.lambda("drop",
					java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade));
			String types = java.types(this.signature.arguments());
			return java.call(this.signature.procedure() ? "dropProcedure" : "dropFunction",
					java.text(this.signature.name()),
					drop.isEmpty() ? types : java.name(List.class) + ".of(" + types + ")", drop);
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

}
