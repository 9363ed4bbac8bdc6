package dev.migrator.script;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.operation.RoutineDirective.CreateRoutine;
import dev.migrator.operation.RoutineDirective.DropRoutine;
import dev.migrator.operation.TriggerDirective.CreateTrigger;
import dev.migrator.operation.TriggerDirective.DropTrigger;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Routine;

/**
 * The directives for functions, procedures and triggers.
 */
public interface RoutineOperations extends Recorder {

	/**
	 * Creates a function.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param function its definition
	 */
	default void createFunction(String name, Consumer<RoutineDefinition> function) {
		RoutineDefinition definition = new RoutineDefinition(ObjectName.of(name), false);
		invoke(new CreateRoutine(Definition.complete(definition, function).build(), false, null));
	}

	/**
	 * Replaces the function with the same name and arguments, or creates it. Irreversible
	 * without the old definition.
	 * @param name its name
	 * @param function its definition
	 */
	default void replaceFunction(String name, Consumer<RoutineDefinition> function) {
		RoutineDefinition definition = new RoutineDefinition(ObjectName.of(name), false);
		invoke(new CreateRoutine(Definition.complete(definition, function).build(), true, null));
	}

	/**
	 * Replaces the function with the same name and arguments.
	 * @param name its name
	 * @param function its definition
	 * @param was the old definition
	 */
	default void replaceFunction(String name, Consumer<RoutineDefinition> function, Consumer<RoutineDefinition> was) {
		RoutineDefinition definition = new RoutineDefinition(ObjectName.of(name), false);
		RoutineDefinition before = new RoutineDefinition(ObjectName.of(name), false);
		invoke(new CreateRoutine(Definition.complete(definition, function).build(), true,
				Definition.complete(before, was).build()));
	}

	/**
	 * Drops a function. Irreversible; to make it reversible, write
	 * {@code op.reverse((was) -> was.createFunction(...))}.
	 * @param name its name
	 * @param arguments the types of its arguments
	 */
	default void dropFunction(String name, DataType... arguments) {
		dropFunction(name, List.of(arguments), (drop) -> {
		});
	}

	/**
	 * Drops a function.
	 * @param name its name
	 * @param arguments the types of its arguments
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropFunction(String name, List<DataType> arguments, Consumer<DropOptions> drop) {
		Routine.Signature signature = new Routine.Signature(ObjectName.of(name), arguments, false);
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropRoutine(signature, null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Creates a procedure.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param procedure its definition
	 */
	default void createProcedure(String name, Consumer<RoutineDefinition> procedure) {
		RoutineDefinition definition = new RoutineDefinition(ObjectName.of(name), true);
		invoke(new CreateRoutine(Definition.complete(definition, procedure).build(), false, null));
	}

	/**
	 * Replaces the procedure with the same name and arguments, or creates it.
	 * Irreversible without the old definition.
	 * @param name its name
	 * @param procedure its definition
	 */
	default void replaceProcedure(String name, Consumer<RoutineDefinition> procedure) {
		RoutineDefinition definition = new RoutineDefinition(ObjectName.of(name), true);
		invoke(new CreateRoutine(Definition.complete(definition, procedure).build(), true, null));
	}

	/**
	 * Replaces the procedure with the same name and arguments.
	 * @param name its name
	 * @param procedure its definition
	 * @param was the old definition
	 */
	default void replaceProcedure(String name, Consumer<RoutineDefinition> procedure, Consumer<RoutineDefinition> was) {
		RoutineDefinition definition = new RoutineDefinition(ObjectName.of(name), true);
		RoutineDefinition before = new RoutineDefinition(ObjectName.of(name), true);
		invoke(new CreateRoutine(Definition.complete(definition, procedure).build(), true,
				Definition.complete(before, was).build()));
	}

	/**
	 * Drops a procedure. Irreversible; to make it reversible, write
	 * {@code op.reverse((was) -> was.createProcedure(...))}.
	 * @param name its name
	 * @param arguments the types of its arguments
	 */
	default void dropProcedure(String name, DataType... arguments) {
		dropProcedure(name, List.of(arguments), (drop) -> {
		});
	}

	/**
	 * Drops a procedure.
	 * @param name its name
	 * @param arguments the types of its arguments
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropProcedure(String name, List<DataType> arguments, Consumer<DropOptions> drop) {
		Routine.Signature signature = new Routine.Signature(ObjectName.of(name), arguments, true);
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropRoutine(signature, null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Creates a trigger.
	 * @param name its name
	 * @param table its table or view
	 * @param trigger its definition
	 */
	default void createTrigger(String name, String table, Consumer<TriggerDefinition> trigger) {
		TriggerDefinition definition = new TriggerDefinition(name, ObjectName.of(table));
		invoke(new CreateTrigger(Definition.complete(definition, trigger).build()));
	}

	/**
	 * Drops a trigger. Irreversible; to make it reversible, write
	 * {@code op.reverse((was) -> was.createTrigger(...))}.
	 * @param name its name
	 * @param table its table or view
	 */
	default void dropTrigger(String name, String table) {
		dropTrigger(name, table, (drop) -> {
		});
	}

	/**
	 * Drops a trigger.
	 * @param name its name
	 * @param table its table or view
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropTrigger(String name, String table, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropTrigger(ObjectName.of(table), name, null, definition.isIfExists(), definition.isCascade()));
	}

}
