package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.CreateView;
import dev.migrator.operation.DropView;
import dev.migrator.operation.Existing;
import dev.migrator.operation.MoveObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.RefreshView;
import dev.migrator.operation.RenameObject;
import dev.migrator.operation.SetComment;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.View;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to views and materialized views.
 */
public interface ViewOperations extends Recorder {

	/**
	 * Creates a view.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param query its SELECT
	 */
	default void createView(String name, String query) {
		createView(name, query, (view) -> {
		});
	}

	/**
	 * Creates a view.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param query its SELECT
	 * @param view says more of it
	 */
	default void createView(String name, String query, Consumer<ViewDefinition> view) {
		ViewDefinition definition = new ViewDefinition(ObjectName.of(name), query, false);
		invoke(new CreateView(Definition.complete(definition, view).build(), false, null));
	}

	/**
	 * Gives a view another query. PostgreSQL lets columns be added at the end, but none
	 * be taken away: the reverse of an addition drops the view and creates it again by
	 * hand. Irreversible: say which query it had to make it reversible.
	 * @param name its name
	 * @param query its new SELECT
	 */
	default void replaceView(String name, String query) {
		View view = new ViewDefinition(ObjectName.of(name), query, false).build();
		invoke(new CreateView(view, true, null));
	}

	/**
	 * Puts a view in the place of one that has the same columns, or the first of them.
	 * Irreversible: say what it was to make it reversible.
	 * @param name its name
	 * @param view says what it becomes: {@code view.query("SELECT 1 AS a")}
	 */
	default void replaceView(String name, Consumer<ViewDefinition> view) {
		ViewDefinition definition = new ViewDefinition(ObjectName.of(name), "", false);
		invoke(new CreateView(Definition.complete(definition, view).build(), true, null));
	}

	/**
	 * Puts a view in the place of one with the same columns. Where it gets more columns,
	 * the server refuses the reverse, which would take them away.
	 * @param name its name
	 * @param view says what it becomes
	 * @param was says in the same words what it was
	 */
	default void replaceView(String name, Consumer<ViewDefinition> view, Consumer<ViewDefinition> was) {
		ViewDefinition definition = new ViewDefinition(ObjectName.of(name), "", false);
		ViewDefinition before = new ViewDefinition(ObjectName.of(name), "", false);
		invoke(new CreateView(Definition.complete(definition, view).build(), true,
				Definition.complete(before, was).build()));
	}

	/**
	 * Drops a view. Irreversible; to say which query it had, write
	 * {@code op.reverse((was) -> was.createView(...))}.
	 * @param name its name
	 */
	default void dropView(String name) {
		dropView(name, (drop) -> {
		});
	}

	/**
	 * Drops a view.
	 * @param name its name
	 * @param drop says how: {@code ifExists()}, {@code cascade()}
	 */
	default void dropView(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropView(ObjectName.of(name), false, null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Gives a view another name.
	 * @param from the name it has
	 * @param to the name it gets, in the same schema
	 */
	default void renameView(String from, String to) {
		invoke(RenameObject.of(ObjectKind.VIEW, from, to));
	}

	/**
	 * Creates a materialized view and computes it.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param query its SELECT
	 */
	default void createMaterializedView(String name, String query) {
		createMaterializedView(name, query, (view) -> {
		});
	}

	/**
	 * Creates a materialized view and computes it.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param query its SELECT
	 * @param view says more of it
	 */
	default void createMaterializedView(String name, String query, Consumer<ViewDefinition> view) {
		ViewDefinition definition = new ViewDefinition(ObjectName.of(name), query, true);
		invoke(new CreateView(Definition.complete(definition, view).build(), false, null));
	}

	/**
	 * Drops a materialized view. Irreversible; to say which query it had, write
	 * {@code op.reverse((was) -> was.createMaterializedView(...))}.
	 * @param name its name
	 */
	default void dropMaterializedView(String name) {
		dropMaterializedView(name, (drop) -> {
		});
	}

	/**
	 * Drops a materialized view.
	 * @param name its name
	 * @param drop says how: {@code ifExists()}, {@code cascade()}
	 */
	default void dropMaterializedView(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropView(ObjectName.of(name), true, null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Computes a materialized view again, and locks its readers out meanwhile.
	 * @param name its name
	 */
	default void refreshMaterializedView(String name) {
		invoke(new RefreshView(ObjectName.of(name), false));
	}

	/**
	 * Computes a materialized view again while it is read. It needs a unique index.
	 * @param name its name
	 */
	default void refreshMaterializedViewConcurrently(String name) {
		invoke(new RefreshView(ObjectName.of(name), true));
	}

	/**
	 * Gives a materialized view another name.
	 * @param from the name it has
	 * @param to the name it gets, in the same schema
	 */
	default void renameMaterializedView(String from, String to) {
		invoke(RenameObject.of(ObjectKind.MATERIALIZED_VIEW, from, to));
	}

	/**
	 * Moves a view to another schema. Reversible if its name says which schema it is in.
	 * @param name its name
	 * @param schema where it goes
	 */
	default void moveView(String name, String schema) {
		invoke(new MoveObject(ObjectKind.VIEW, ObjectName.of(name), schema));
	}

	/**
	 * Sets the comment of a view. Irreversible.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnView(String name, @Nullable String comment) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.VIEW, ObjectName.of(name)), comment,
				Existing.unknown()));
	}

	/**
	 * Sets the comment of a view.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 * @param was the comment it has, or {@code null} if it has none
	 */
	default void commentOnView(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.VIEW, ObjectName.of(name)), comment,
				Existing.known(was)));
	}

	/**
	 * Moves a materialized view to another schema. Reversible if its name says which
	 * schema it is in.
	 * @param name its name
	 * @param schema where it goes
	 */
	default void moveMaterializedView(String name, String schema) {
		invoke(new MoveObject(ObjectKind.MATERIALIZED_VIEW, ObjectName.of(name), schema));
	}

	/**
	 * Sets the comment of a materialized view. Irreversible.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnMaterializedView(String name, @Nullable String comment) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.MATERIALIZED_VIEW, ObjectName.of(name)), comment,
				Existing.unknown()));
	}

	/**
	 * Sets the comment of a materialized view.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 * @param was the comment it has, or {@code null} if it has none
	 */
	default void commentOnMaterializedView(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.MATERIALIZED_VIEW, ObjectName.of(name)), comment,
				Existing.known(was)));
	}

}
