package dev.migrator.script;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.EnumDirective.AddEnumValue;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.EnumDirective.DropEnum;
import dev.migrator.operation.EnumDirective.RenameEnumValue;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ObjectDirective.MoveObject;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * The directives for enum types.
 */
public interface EnumOperations extends Recorder {

	/**
	 * Creates an enum type. Its reverse drops it.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param values its values, in their order
	 */
	default void createEnum(String name, String... values) {
		invoke(new CreateEnum(new EnumType(ObjectName.of(name), List.of(values))));
	}

	/**
	 * Drops an enum type. Irreversible; to make it reversible, write
	 * {@code op.reverse((was) -> was.createEnum(...))}.
	 * @param name its name
	 */
	default void dropEnum(String name) {
		dropEnum(name, (drop) -> {
		});
	}

	/**
	 * Drops an enum type.
	 * @param name its name
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropEnum(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropEnum(ObjectName.of(name), null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Renames an enum type.
	 * @param from the old name
	 * @param to the new name, in the same schema
	 */
	default void renameEnum(String from, String to) {
		invoke(RenameObject.of(ObjectKind.TYPE, from, to));
	}

	/**
	 * Adds a value after all others. PostgreSQL allows its use only after the commit: in
	 * a later revision. Irreversible.
	 * @param type the enum
	 * @param value the new value
	 */
	default void addEnumValue(String type, String value) {
		addEnumValue(type, value, (definition) -> {
		});
	}

	/**
	 * Adds a value. PostgreSQL allows its use only after the commit: in a later revision.
	 * Irreversible without the present values.
	 * @param type the enum
	 * @param value the new value
	 * @param definition its place among the values
	 */
	default void addEnumValue(String type, String value, Consumer<EnumValueDefinition> definition) {
		addEnumValue(type, value, definition, (was) -> {
		});
	}

	/**
	 * Adds a value, with the present values, so that it can be reversed.
	 * @param type the enum
	 * @param value the new value
	 * @param definition its place among the values, and for the reverse the columns of
	 * the enum
	 * @param was the present values of the enum
	 */
	default void addEnumValue(String type, String value, Consumer<EnumValueDefinition> definition,
			Consumer<EnumValues> was) {
		EnumValueDefinition added = Definition.complete(new EnumValueDefinition(), definition);
		invoke(new AddEnumValue(ObjectName.of(type), value, added.beforeValue(), added.afterValue(),
				added.isIfNotExists(), Definition.complete(new EnumValues(), was).build(), added.columns()));
	}

	/**
	 * Renames a value, also in the rows that have it.
	 * @param type the enum
	 * @param from the old name
	 * @param to the new name
	 */
	default void renameEnumValue(String type, String from, String to) {
		invoke(new RenameEnumValue(ObjectName.of(type), from, to));
	}

	/**
	 * Removes a value. A new type takes over the columns, so each of their tables is
	 * rewritten, under a lock. Checks, partial indexes, views and functions that use the
	 * type must be dropped first.
	 * @param type the enum
	 * @param value the removed value
	 * @param rebuild the columns of the enum, and the replacement of the value
	 * @param was the present values of the enum
	 */
	default void removeEnumValue(String type, String value, Consumer<EnumRebuild> rebuild, Consumer<EnumValues> was) {
		EnumRebuild definition = Definition.complete(new EnumRebuild(), rebuild);
		invoke(definition.buildWithout(value, ObjectName.of(type), Definition.complete(new EnumValues(), was).build()));
	}

	/**
	 * Changes the values of an enum, or their order. A new type takes over the columns,
	 * so each of their tables is rewritten, under a lock. Checks, partial indexes, views
	 * and functions that use the type must be dropped first. Irreversible without the old
	 * values.
	 * @param type the enum
	 * @param rebuild the new values, and the columns of the enum
	 */
	default void rebuildEnum(String type, Consumer<EnumRebuild> rebuild) {
		rebuildEnum(type, rebuild, (was) -> {
		});
	}

	/**
	 * Changes the values of an enum, with the old values, so that it can be reversed.
	 * @param type the enum
	 * @param rebuild the new values, and the columns of the enum
	 * @param was the old values
	 */
	default void rebuildEnum(String type, Consumer<EnumRebuild> rebuild, Consumer<EnumValues> was) {
		EnumRebuild definition = Definition.complete(new EnumRebuild(), rebuild);
		invoke(definition.build(ObjectName.of(type), Definition.complete(new EnumValues(), was).build()));
	}

	/**
	 * Moves an enum type to another schema. Reversible if its name includes the present
	 * schema.
	 * @param name its name
	 * @param schema the new schema
	 */
	default void moveEnum(String name, String schema) {
		invoke(new MoveObject(ObjectKind.TYPE, ObjectName.of(name), schema));
	}

	/**
	 * Sets the comment of an enum type. Irreversible.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnEnum(String name, @Nullable String comment) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.TYPE, ObjectName.of(name)), comment,
				Existing.unknown()));
	}

	/**
	 * Sets the comment of an enum type.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 * @param was the old comment, or {@code null} if it has none
	 */
	default void commentOnEnum(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.TYPE, ObjectName.of(name)), comment,
				Existing.known(was)));
	}

}
