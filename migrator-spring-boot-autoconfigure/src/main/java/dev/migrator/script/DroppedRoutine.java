package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.Routine;
import org.jspecify.annotations.Nullable;

/**
 * How a function or a procedure is dropped.
 */
public final class DroppedRoutine extends DropDefinition<DroppedRoutine> {

	private final Routine.Signature signature;

	private @Nullable Routine was;

	DroppedRoutine(Routine.Signature signature) {
		this.signature = signature;
	}

	/**
	 * Says what it was, so that its dropping can be reversed.
	 * @param routine says what it was, as {@code createFunction} does
	 * @return this
	 */
	public DroppedRoutine was(Consumer<RoutineDefinition> routine) {
		open();
		RoutineDefinition definition = new RoutineDefinition(this.signature.name(), this.signature.procedure());
		Routine before = Definition.complete(definition, routine).build();
		if (!before.signature().equals(this.signature)) {
			throw new InvalidDefinitionException(
					"The function %s is dropped with other arguments than it had.".formatted(this.signature.name()),
					"Name the same types in the same order.");
		}
		this.was = before;
		return this;
	}

	@Nullable Routine before() {
		return this.was;
	}

	@Override
	DroppedRoutine self() {
		return this;
	}

}
