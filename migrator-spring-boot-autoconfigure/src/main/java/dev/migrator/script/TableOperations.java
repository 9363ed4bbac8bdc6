package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ObjectDirective.MoveObject;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.operation.TableDirective.DropTable;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The directives for tables.
 */
public interface TableOperations extends Recorder {

	/**
	 * Creates a table with its constraints and indexes.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param table its definition
	 */
	default void createTable(String name, Consumer<TableDefinition> table) {
		TableDefinition definition = Definition.complete(new TableDefinition(ObjectName.of(name)), table);
		invoke(new CreateTable(definition.build(), definition.isIfNotExists()));
	}

	/**
	 * Drops a table with its rows. Irreversible; to make it reversible, write
	 * {@code op.reverse((was) -> was.createTable(...))}.
	 * @param name its name
	 */
	default void dropTable(String name) {
		dropTable(name, (drop) -> {
		});
	}

	/**
	 * Drops a table with its rows.
	 * @param name its name
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropTable(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropTable(ObjectName.of(name), null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Renames a table.
	 * @param from the old name
	 * @param to the new name, in the same schema
	 */
	default void renameTable(String from, String to) {
		invoke(RenameObject.of(ObjectKind.TABLE, from, to));
	}

	/**
	 * Moves a table to another schema, with its indexes and the sequences of its columns.
	 * Reversible if its name includes the present schema.
	 * @param table its name
	 * @param schema the new schema
	 */
	default void moveTable(String table, String schema) {
		invoke(new MoveObject(ObjectKind.TABLE, ObjectName.of(table), schema));
	}

	/**
	 * Changes the storage of a table: whether it is logged, its storage parameters, the
	 * index for {@code CLUSTER}, the replica identity. Irreversible without the state
	 * before.
	 * @param name its name
	 * @param change the changes
	 */
	default void alterTable(String name, Consumer<TableAlteration> change) {
		alterTable(name, change, (was) -> {
		});
	}

	/**
	 * Changes the storage of a table, with its state before, so that the change can be
	 * reversed.
	 * @param name its name
	 * @param change the changes
	 * @param was the state before, in the same words: {@code was.without("fillfactor")}
	 */
	default void alterTable(String name, Consumer<TableAlteration> change, Consumer<TableAlteration> was) {
		ObjectName table = ObjectName.of(name);
		TableAlteration to = Definition.complete(new TableAlteration(table), change);
		to.build(Definition.complete(new TableAlteration(table), was)).forEach(this::invoke);
	}

	/**
	 * Sets the comment of a table. Irreversible.
	 * @param table its name
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnTable(String table, @Nullable String comment) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.TABLE, ObjectName.of(table)), comment,
				Existing.unknown()));
	}

	/**
	 * Sets the comment of a table.
	 * @param table its name
	 * @param comment the comment, or {@code null} for none
	 * @param was the old comment, or {@code null} if it has none
	 */
	default void commentOnTable(String table, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.TABLE, ObjectName.of(table)), comment,
				Existing.known(was)));
	}

}
