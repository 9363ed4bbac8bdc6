package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.Existing;
import dev.migrator.operation.MoveObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.RenameObject;
import dev.migrator.operation.SetComment;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to tables.
 */
public interface TableOperations extends Recorder {

	/**
	 * Creates a table with its constraints and indexes.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param table says what it is
	 */
	default void createTable(String name, Consumer<TableDefinition> table) {
		TableDefinition definition = Definition.complete(new TableDefinition(ObjectName.of(name)), table);
		invoke(new CreateTable(definition.build(), definition.isIfNotExists()));
	}

	/**
	 * Drops a table with its rows. Irreversible; to say what it was, write
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
	 * @param drop says how: {@code ifExists()}, {@code cascade()}
	 */
	default void dropTable(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropTable(ObjectName.of(name), null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Gives a table another name.
	 * @param from the name it has
	 * @param to the name it gets, in the same schema
	 */
	default void renameTable(String from, String to) {
		invoke(RenameObject.of(ObjectKind.TABLE, from, to));
	}

	/**
	 * Moves a table to another schema, with its indexes and the sequences of its columns.
	 * Reversible if its name says which schema it is in.
	 * @param table its name
	 * @param schema where it goes
	 */
	default void moveTable(String table, String schema) {
		invoke(new MoveObject(ObjectKind.TABLE, ObjectName.of(table), schema));
	}

	/**
	 * Changes how a table is kept: whether it is logged, storage parameters, what it is
	 * sorted by, what subscribers know its rows by. Irreversible: say how it was to make
	 * it reversible.
	 * @param name its name
	 * @param change says what changes
	 */
	default void alterTable(String name, Consumer<TableAlteration> change) {
		alterTable(name, change, (was) -> {
		});
	}

	/**
	 * Changes how a table is kept, and says how it was, so that the change can be
	 * reversed.
	 * @param name its name
	 * @param change says what changes
	 * @param was says in the same words how it was: {@code was.without("fillfactor")}
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
	 * @param was the comment it has, or {@code null} if it has none
	 */
	default void commentOnTable(String table, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.TABLE, ObjectName.of(table)), comment,
				Existing.known(was)));
	}

}
