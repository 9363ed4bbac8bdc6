package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.ColumnDirective.RenameColumn;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The directives for columns.
 */
public interface ColumnOperations extends Recorder {

	/**
	 * Adds a column that may be NULL.
	 * @param table the table
	 * @param name the name of the column
	 * @param type its type, of {@link dev.migrator.schema.Types}
	 */
	default void addColumn(String table, String name, DataType type) {
		addColumn(table, name, type, (column) -> {
		});
	}

	/**
	 * Adds a column, then its constraints.
	 * @param table the table
	 * @param name the name of the column
	 * @param type its type
	 * @param column further options
	 */
	default void addColumn(String table, String name, DataType type, Consumer<ColumnDefinition> column) {
		ObjectName target = ObjectName.of(table);
		ColumnDefinition definition = Definition.complete(new ColumnDefinition(new Scope(), target, name, type),
				column);
		invoke(new AddColumn(target, definition.build(), false));
		AddedColumn.constraints(definition).forEach(this::invoke);
	}

	/**
	 * Adds a column unless one with that name exists. Irreversible, because it is unknown
	 * who created it.
	 * @param table the table
	 * @param name the name of the column
	 * @param type its type
	 */
	default void addColumnIfNotExists(String table, String name, DataType type) {
		addColumnIfNotExists(table, name, type, (column) -> {
		});
	}

	/**
	 * Adds a column unless one with that name exists. Irreversible, because it is unknown
	 * who created it.
	 * @param table the table
	 * @param name the name of the column
	 * @param type its type
	 * @param column further options, but no constraints: these would be added to an
	 * existing column too
	 */
	default void addColumnIfNotExists(String table, String name, DataType type, Consumer<ColumnDefinition> column) {
		ObjectName target = ObjectName.of(table);
		ColumnDefinition definition = Definition.complete(new ColumnDefinition(new Scope(), target, name, type),
				column);
		if (AddedColumn.constraints(definition).findAny().isPresent()) {
			throw new InvalidDefinitionException(
					"The column %s of %s may exist already, so it cannot get a constraint here.".formatted(name,
							target),
					"Leave the constraint out, and add it with a separate directive.");
		}
		invoke(new AddColumn(target, definition.build(), true));
	}

	/**
	 * Drops a column with its values. Irreversible; to make it reversible, write
	 * {@code op.reverse((was) -> was.addColumn(...))}.
	 * @param table the table
	 * @param name the name of the column
	 */
	default void dropColumn(String table, String name) {
		dropColumn(table, name, (drop) -> {
		});
	}

	/**
	 * Drops a column with its values.
	 * @param table the table
	 * @param name the name of the column
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropColumn(String table, String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropColumn(ObjectName.of(table), name, null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Renames a column, which keeps its values.
	 * @param table the table
	 * @param from the old name
	 * @param to the new name
	 */
	default void renameColumn(String table, String from, String to) {
		invoke(new RenameColumn(ObjectName.of(table), from, to));
	}

	/**
	 * Changes a column: its type, whether it may be NULL, its default, its identity, its
	 * comment, its name. Reversible if the reverse does not need the state before.
	 * @param table the table
	 * @param name the name of the column
	 * @param change the changes
	 */
	default void alterColumn(String table, String name, Consumer<ColumnAlteration> change) {
		alterColumn(table, name, change, (was) -> {
		});
	}

	/**
	 * Changes a column, with its state before, so that the change can be reversed.
	 * @param table the table
	 * @param name the name of the column
	 * @param change the changes
	 * @param was the state before, in the same words: {@code was.type(text())}
	 */
	default void alterColumn(String table, String name, Consumer<ColumnAlteration> change,
			Consumer<ColumnAlteration> was) {
		ColumnName column = new ColumnName(ObjectName.of(table), name);
		ColumnAlteration to = Definition.complete(new ColumnAlteration(column), change);
		to.build(Definition.complete(new ColumnAlteration(column), was)).forEach(this::invoke);
	}

	/**
	 * Sets the comment of a column. Irreversible.
	 * @param table the table
	 * @param column the name of the column
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnColumn(String table, String column, @Nullable String comment) {
		invoke(new SetComment(new CommentTarget.OnColumn(new ColumnName(ObjectName.of(table), column)), comment,
				Existing.unknown()));
	}

	/**
	 * Sets the comment of a column.
	 * @param table the table
	 * @param column the name of the column
	 * @param comment the comment, or {@code null} for none
	 * @param was the old comment, or {@code null} if it has none
	 */
	default void commentOnColumn(String table, String column, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnColumn(new ColumnName(ObjectName.of(table), column)), comment,
				Existing.known(was)));
	}

}
