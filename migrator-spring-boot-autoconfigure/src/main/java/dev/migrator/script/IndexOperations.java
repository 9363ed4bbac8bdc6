package dev.migrator.script;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.Existing;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.operation.IndexDirective.RebuildIndex;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The directives for indexes.
 */
public interface IndexOperations extends Recorder {

	/**
	 * Creates an index.
	 * @param name its name; it is in the schema of its table
	 * @param table the table
	 * @param columns its columns
	 */
	default void createIndex(String name, String table, String... columns) {
		createIndex(name, table, (index) -> List.of(columns).forEach(index::column));
	}

	/**
	 * Creates a unique index.
	 * @param name its name; it is in the schema of its table
	 * @param table the table
	 * @param columns its columns
	 */
	default void createUniqueIndex(String name, String table, String... columns) {
		createIndex(name, table, (index) -> {
			List.of(columns).forEach(index::column);
			index.unique();
		});
	}

	/**
	 * Creates an index.
	 * @param name its name; it is in the schema of its table
	 * @param table the table
	 * @param index its definition
	 */
	default void createIndex(String name, String table, Consumer<IndexDefinition> index) {
		IndexDefinition definition = new IndexDefinition(new Scope(), ObjectName.of(table), List.of()).named(name);
		invoke(Definition.complete(definition, index).create());
	}

	/**
	 * Drops an index. Irreversible; to make it reversible, write
	 * {@code op.reverse((was) -> was.createIndex(...))}.
	 * @param name its name, {@code name} or {@code schema.name}
	 */
	default void dropIndex(String name) {
		dropIndex(name, (drop) -> {
		});
	}

	/**
	 * Drops an index.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param drop options: {@code ifExists()}, {@code concurrently()}
	 */
	default void dropIndex(String name, Consumer<IndexDropOptions> drop) {
		IndexDropOptions definition = Definition.complete(new IndexDropOptions(), drop);
		invoke(new DropIndex(ObjectName.of(name), null, definition.isConcurrently(), definition.isIfExists(),
				definition.isCascade()));
	}

	/**
	 * Builds an index again, and blocks writes to its table meanwhile. An INVALID index
	 * becomes valid. A unique index fails if rows are equal. The reverse does nothing.
	 * @param name its name, {@code name} or {@code schema.name}; also of a primary key or
	 * a unique constraint
	 */
	default void rebuildIndex(String name) {
		invoke(new RebuildIndex(ObjectName.of(name), false));
	}

	/**
	 * Builds an index again without blocking writes, which needs a revision without a
	 * transaction.
	 * @param name its name, {@code name} or {@code schema.name}; also of a primary key or
	 * a unique constraint
	 */
	default void rebuildIndexConcurrently(String name) {
		invoke(new RebuildIndex(ObjectName.of(name), true));
	}

	/**
	 * Renames an index.
	 * @param from the old name, {@code name} or {@code schema.name}
	 * @param to the new name
	 */
	default void renameIndex(String from, String to) {
		invoke(RenameObject.of(ObjectKind.INDEX, from, to));
	}

	/**
	 * Changes the storage parameters and the statistics of an index, also of one that
	 * belongs to a constraint. Irreversible without the state before.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param change the changes
	 */
	default void alterIndex(String name, Consumer<IndexAlteration> change) {
		alterIndex(name, change, (was) -> {
		});
	}

	/**
	 * Changes the storage parameters and the statistics of an index, with its state
	 * before, so that the change can be reversed.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param change the changes
	 * @param was the state before, in the same words: {@code was.without("fillfactor")}
	 */
	default void alterIndex(String name, Consumer<IndexAlteration> change, Consumer<IndexAlteration> was) {
		ObjectName index = ObjectName.of(name);
		IndexAlteration to = Definition.complete(new IndexAlteration(index), change);
		to.build(Definition.complete(new IndexAlteration(index), was)).forEach(this::invoke);
	}

	/**
	 * Sets the comment of an index. Irreversible.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnIndex(String name, @Nullable String comment) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.INDEX, ObjectName.of(name)), comment,
				Existing.unknown()));
	}

	/**
	 * Sets the comment of an index.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 * @param was the old comment, or {@code null} if it has none
	 */
	default void commentOnIndex(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.INDEX, ObjectName.of(name)), comment,
				Existing.known(was)));
	}

}
