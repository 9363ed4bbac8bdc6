package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.RenameObject;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;

/**
 * What can be done to sequences.
 */
public interface SequenceOperations extends Recorder {

	/**
	 * Creates a sequence that counts 1, 2, 3, ...
	 * @param name its name, {@code name} or {@code schema.name}
	 */
	default void createSequence(String name) {
		createSequence(name, (sequence) -> {
		});
	}

	/**
	 * Creates a sequence.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param sequence says how it counts
	 */
	default void createSequence(String name, Consumer<SequenceDefinition> sequence) {
		SequenceDefinition definition = Definition.complete(new SequenceDefinition(), sequence);
		invoke(new CreateSequence(definition.build(ObjectName.of(name)), definition.isIfNotExists()));
	}

	/**
	 * Drops a sequence. Irreversible; to say how it counted, write
	 * {@code op.reverse((was) -> was.createSequence(...))}. It begins again then, with
	 * numbers that were given out before: where rows have them, write a downgrade that
	 * also calls {@code setval}.
	 * @param name its name
	 */
	default void dropSequence(String name) {
		dropSequence(name, (drop) -> {
		});
	}

	/**
	 * Drops a sequence.
	 * @param name its name
	 * @param drop says how: {@code ifExists()}, {@code cascade()}
	 */
	default void dropSequence(String name, Consumer<Drop> drop) {
		Drop definition = Definition.complete(new Drop(), drop);
		invoke(new DropSequence(ObjectName.of(name), null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Changes how a sequence counts. Irreversible: say how it counted to make it
	 * reversible.
	 * @param name its name
	 * @param change says what changes
	 */
	default void alterSequence(String name, Consumer<SequenceDefinition> change) {
		SequenceOptions to = Definition.complete(new SequenceDefinition(), change).counting();
		invoke(new AlterSequence(ObjectName.of(name), to, null));
	}

	/**
	 * Changes how a sequence counts, and says how it did. The reverse gives back what is
	 * changed.
	 * @param name its name
	 * @param change says what changes
	 * @param was says in the same words how it counted; what is not said was left to
	 * PostgreSQL
	 */
	default void alterSequence(String name, Consumer<SequenceDefinition> change, Consumer<SequenceDefinition> was) {
		SequenceOptions to = Definition.complete(new SequenceDefinition(), change).counting();
		SequenceOptions before = Definition.complete(new SequenceDefinition(), was).counting();
		invoke(new AlterSequence(ObjectName.of(name), to, before));
	}

	/**
	 * Gives a sequence another name.
	 * @param from the name it has
	 * @param to the name it gets, in the same schema
	 */
	default void renameSequence(String from, String to) {
		invoke(RenameObject.of(ObjectKind.SEQUENCE, from, to));
	}

}
