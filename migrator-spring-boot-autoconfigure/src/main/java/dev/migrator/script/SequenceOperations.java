package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ObjectDirective.MoveObject;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.SequenceDirective.DropSequence;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The directives for sequences.
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
	 * @param sequence its options
	 */
	default void createSequence(String name, Consumer<SequenceDefinition> sequence) {
		SequenceDefinition definition = Definition.complete(new SequenceDefinition(), sequence);
		invoke(new CreateSequence(definition.build(ObjectName.of(name)), definition.isIfNotExists()));
	}

	/**
	 * Drops a sequence. Irreversible; to make it reversible, write
	 * {@code op.reverse((was) -> was.createSequence(...))}. The reverse starts again with
	 * the first number. If rows have these numbers, write a downgrade that also calls
	 * {@code setval}.
	 * @param name its name
	 */
	default void dropSequence(String name) {
		dropSequence(name, (drop) -> {
		});
	}

	/**
	 * Drops a sequence.
	 * @param name its name
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropSequence(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropSequence(ObjectName.of(name), null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Changes the options of a sequence, or the column that owns it. Irreversible without
	 * the state before.
	 * @param name its name
	 * @param change the changes
	 */
	default void alterSequence(String name, Consumer<SequenceDefinition> change) {
		Definition.complete(new SequenceDefinition(), change).changes(ObjectName.of(name), null).forEach(this::invoke);
	}

	/**
	 * Changes the options of a sequence, or the column that owns it, with the state
	 * before. The reverse restores that state.
	 * @param name its name
	 * @param change the changes
	 * @param was the state before, in the same words; options that are not given were the
	 * defaults of PostgreSQL: bigint, and no owning column
	 */
	default void alterSequence(String name, Consumer<SequenceDefinition> change, Consumer<SequenceDefinition> was) {
		SequenceDefinition before = Definition.complete(new SequenceDefinition(), was);
		Definition.complete(new SequenceDefinition(), change)
			.changes(ObjectName.of(name), before)
			.forEach(this::invoke);
	}

	/**
	 * Renames a sequence.
	 * @param from the old name
	 * @param to the new name, in the same schema
	 */
	default void renameSequence(String from, String to) {
		invoke(RenameObject.of(ObjectKind.SEQUENCE, from, to));
	}

	/**
	 * Moves a sequence to another schema. Reversible if its name includes the present
	 * schema.
	 * @param name its name
	 * @param schema the new schema
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
	 * @param was the old comment, or {@code null} if it has none
	 */
	default void commentOnSequence(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.SEQUENCE, ObjectName.of(name)), comment,
				Existing.known(was)));
	}

}
