package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.Existing;
import dev.migrator.operation.MoveObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.RenameObject;
import dev.migrator.operation.SetComment;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

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
	default void dropSequence(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropSequence(ObjectName.of(name), null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Changes how a sequence counts, or which column owns it. Irreversible: say how it
	 * was to make it reversible.
	 * @param name its name
	 * @param change says what changes
	 */
	default void alterSequence(String name, Consumer<SequenceDefinition> change) {
		Definition.complete(new SequenceDefinition(), change).changes(ObjectName.of(name), null).forEach(this::invoke);
	}

	/**
	 * Changes how a sequence counts, or which column owns it, and says how it was. The
	 * reverse gives back what is changed.
	 * @param name its name
	 * @param change says what changes
	 * @param was says in the same words how it was; what is not said was left to
	 * PostgreSQL: bigint, and no column that owns it
	 */
	default void alterSequence(String name, Consumer<SequenceDefinition> change, Consumer<SequenceDefinition> was) {
		SequenceDefinition before = Definition.complete(new SequenceDefinition(), was);
		Definition.complete(new SequenceDefinition(), change)
			.changes(ObjectName.of(name), before)
			.forEach(this::invoke);
	}

	/**
	 * Gives a sequence another name.
	 * @param from the name it has
	 * @param to the name it gets, in the same schema
	 */
	default void renameSequence(String from, String to) {
		invoke(RenameObject.of(ObjectKind.SEQUENCE, from, to));
	}

	/**
	 * Moves a sequence to another schema. Reversible if its name says which schema it is
	 * in.
	 * @param name its name
	 * @param schema where it goes
	 */
	default void moveSequence(String name, String schema) {
		invoke(new MoveObject(ObjectKind.SEQUENCE, ObjectName.of(name), schema));
	}

	/**
	 * Sets the comment of a sequence. Irreversible.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnSequence(String name, @Nullable String comment) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.SEQUENCE, ObjectName.of(name)), comment,
				Existing.unknown()));
	}

	/**
	 * Sets the comment of a sequence.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 * @param was the comment it has, or {@code null} if it has none
	 */
	default void commentOnSequence(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.SEQUENCE, ObjectName.of(name)), comment,
				Existing.known(was)));
	}

}
