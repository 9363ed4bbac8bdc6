package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.Existing;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.SetComment;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to columns.
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
	 * Adds a column, then the constraints that are said of it.
	 * @param table the table
	 * @param name the name of the column
	 * @param type its type
	 * @param column says more of it
	 */
	default void addColumn(String table, String name, DataType type, Consumer<ColumnDefinition> column) {
		ObjectName target = ObjectName.of(table);
		ColumnDefinition definition = Definition.complete(new ColumnDefinition(new Scope(), target, name, type),
				column);
		invoke(new AddColumn(target, definition.build(), false));
		AddedColumn.constraints(definition).forEach(this::invoke);
	}

	/**
	 * Adds a column unless there is one of that name. Irreversible: nobody knows whose it
	 * is.
	 * @param table the table
	 * @param name the name of the column
	 * @param type its type
	 */
	default void addColumnIfNotExists(String table, String name, DataType type) {
		addColumnIfNotExists(table, name, type, (column) -> {
		});
	}

	/**
	 * Adds a column unless there is one of that name. Irreversible: nobody knows whose it
	 * is.
	 * @param table the table
	 * @param name the name of the column
	 * @param type its type
	 * @param column says more of it, without constraints: they would be added to a column
	 * that is there, too
	 */
	default void addColumnIfNotExists(String table, String name, DataType type, Consumer<ColumnDefinition> column) {
		ObjectName target = ObjectName.of(table);
		ColumnDefinition definition = Definition.complete(new ColumnDefinition(new Scope(), target, name, type),
				column);
		if (AddedColumn.constraints(definition).findAny().isPresent()) {
			throw new InvalidDefinitionException(
					"The column %s of %s may be there, and gets a constraint all the same.".formatted(name, target),
					"Leave the constraint out, and add it with a directive of its own.");
		}
		invoke(new AddColumn(target, definition.build(), true));
	}

	/**
	 * Drops a column with its values. Irreversible; to say what it was, write
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
	 * @param drop says how: {@code ifExists()}, {@code cascade()}
	 */
	default void dropColumn(String table, String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropColumn(ObjectName.of(table), name, null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Gives a column another name. It keeps its values.
	 * @param table the table
	 * @param from the name it has
	 * @param to the name it gets
	 */
	default void renameColumn(String table, String from, String to) {
		invoke(new RenameColumn(ObjectName.of(table), from, to));
	}

	/**
	 * Changes a column: its type, whether it may be NULL, its default, its identity, its
	 * comment, its name. Reversible where the reverse is known without what it was.
	 * @param table the table
	 * @param name the name of the column
	 * @param change says what it becomes
	 */
	default void alterColumn(String table, String name, Consumer<ColumnAlteration> change) {
		alterColumn(table, name, change, (was) -> {
		});
	}

	/**
	 * Changes a column, and says what it was, so that the change can be reversed.
	 * @param table the table
	 * @param name the name of the column
	 * @param change says what it becomes
	 * @param was says in the same words what it was: {@code was.type(text())}
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
	 * @param was the comment it has, or {@code null} if it has none
	 */
	default void commentOnColumn(String table, String column, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnColumn(new ColumnName(ObjectName.of(table), column)), comment,
				Existing.known(was)));
	}

}
