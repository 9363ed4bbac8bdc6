package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ObjectDirective.MoveObject;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.ViewDirective.CreateView;
import dev.migrator.operation.ViewDirective.DropView;
import dev.migrator.operation.ViewDirective.RefreshView;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.View;
import org.jspecify.annotations.Nullable;

/**
 * The directives for views and materialized views.
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
	 * @param view further options
	 */
	default void createView(String name, String query, Consumer<ViewDefinition> view) {
		ViewDefinition definition = new ViewDefinition(ObjectName.of(name), query, false);
		invoke(new CreateView(Definition.complete(definition, view).build(), false, null));
	}

	/**
	 * Replaces the query of a view. PostgreSQL can add columns at the end, but cannot
	 * remove any. To reverse an addition, write a downgrade that drops the view and
	 * creates it again. Irreversible without the old query.
	 * @param name its name
	 * @param query its new SELECT
	 */
	default void replaceView(String name, String query) {
		View view = new ViewDefinition(ObjectName.of(name), query, false).build();
		invoke(new CreateView(view, true, null));
	}

	/**
	 * Replaces a view that has the same columns, or the first of them. Irreversible
	 * without the state before.
	 * @param name its name
	 * @param view the new definition: {@code view.query("SELECT 1 AS a")}
	 */
	default void replaceView(String name, Consumer<ViewDefinition> view) {
		ViewDefinition definition = new ViewDefinition(ObjectName.of(name), "", false);
		invoke(new CreateView(Definition.complete(definition, view).build(), true, null));
	}

	/**
	 * Replaces a view that has the same columns. If the new view has more columns, the
	 * server refuses the reverse, because it would remove columns.
	 * @param name its name
	 * @param view the new definition
	 * @param was the state before, in the same words
	 */
	default void replaceView(String name, Consumer<ViewDefinition> view, Consumer<ViewDefinition> was) {
		ViewDefinition definition = new ViewDefinition(ObjectName.of(name), "", false);
		ViewDefinition before = new ViewDefinition(ObjectName.of(name), "", false);
		invoke(new CreateView(Definition.complete(definition, view).build(), true,
				Definition.complete(before, was).build()));
	}

	/**
	 * Drops a view. Irreversible; to make it reversible, write
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
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropView(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropView(ObjectName.of(name), false, null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Renames a view.
	 * @param from the old name
	 * @param to the new name, in the same schema
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
	 * @param view further options
	 */
	default void createMaterializedView(String name, String query, Consumer<ViewDefinition> view) {
		ViewDefinition definition = new ViewDefinition(ObjectName.of(name), query, true);
		invoke(new CreateView(Definition.complete(definition, view).build(), false, null));
	}

	/**
	 * Drops a materialized view. Irreversible; to make it reversible, write
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
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropMaterializedView(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropView(ObjectName.of(name), true, null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Computes a materialized view again, and blocks its readers meanwhile.
	 * @param name its name
	 */
	default void refreshMaterializedView(String name) {
		invoke(new RefreshView(ObjectName.of(name), false));
	}

	/**
	 * Computes a materialized view again without blocking its readers. It needs a unique
	 * index.
	 * @param name its name
	 */
	default void refreshMaterializedViewConcurrently(String name) {
		invoke(new RefreshView(ObjectName.of(name), true));
	}

	/**
	 * Renames a materialized view.
	 * @param from the old name
	 * @param to the new name, in the same schema
	 */
	default void renameMaterializedView(String from, String to) {
		invoke(RenameObject.of(ObjectKind.MATERIALIZED_VIEW, from, to));
	}

	/**
	 * Moves a view to another schema. Reversible if its name includes the present schema.
	 * @param name its name
	 * @param schema the new schema
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
	 * @param was the old comment, or {@code null} if it has none
	 */
	default void commentOnView(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.VIEW, ObjectName.of(name)), comment,
				Existing.known(was)));
	}

	/**
	 * Moves a materialized view to another schema. Reversible if its name includes the
	 * present schema.
	 * @param name its name
	 * @param schema the new schema
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
	 * @param was the old comment, or {@code null} if it has none
	 */
	default void commentOnMaterializedView(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.MATERIALIZED_VIEW, ObjectName.of(name)), comment,
				Existing.known(was)));
	}

}
