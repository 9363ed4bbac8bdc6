package dev.migrator.script;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.Existing;
import dev.migrator.operation.MoveObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RenameObject;
import dev.migrator.operation.SetComment;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to enum types.
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
	 * Drops an enum type. Irreversible; to say which values it had, write
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
	 * @param drop says how: {@code ifExists()}, {@code cascade()}
	 */
	default void dropEnum(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropEnum(ObjectName.of(name), null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Gives an enum type another name.
	 * @param from the name it has
	 * @param to the name it gets, in the same schema
	 */
	default void renameEnum(String from, String to) {
		invoke(RenameObject.of(ObjectKind.TYPE, from, to));
	}

	/**
	 * Adds a value behind all others. PostgreSQL lets it be used when it is committed: in
	 * a later revision. Irreversible.
	 * @param type the enum
	 * @param value the new value
	 */
	default void addEnumValue(String type, String value) {
		addEnumValue(type, value, (definition) -> {
		});
	}

	/**
	 * Adds a value. PostgreSQL lets it be used when it is committed: in a later revision.
	 * Irreversible: say which values the enum has to make it reversible.
	 * @param type the enum
	 * @param value the new value
	 * @param definition says where it stands
	 */
	default void addEnumValue(String type, String value, Consumer<EnumValueDefinition> definition) {
		addEnumValue(type, value, definition, (was) -> {
		});
	}

	/**
	 * Adds a value, and says which the enum has.
	 * @param type the enum
	 * @param value the new value
	 * @param definition says where it stands, and for the reverse which columns are of
	 * the enum
	 * @param was says which values the enum has
	 */
	default void addEnumValue(String type, String value, Consumer<EnumValueDefinition> definition,
			Consumer<EnumValues> was) {
		EnumValueDefinition added = Definition.complete(new EnumValueDefinition(), definition);
		invoke(new AddEnumValue(ObjectName.of(type), value, added.beforeValue(), added.afterValue(),
				added.isIfNotExists(), Definition.complete(new EnumValues(), was).build(), added.columns()));
	}

	/**
	 * Gives a value another name. Rows that have it follow.
	 * @param type the enum
	 * @param from the value as it is
	 * @param to the value as it is to be
	 */
	default void renameEnumValue(String type, String from, String to) {
		invoke(new RenameEnumValue(ObjectName.of(type), from, to));
	}

	/**
	 * Removes a value, by a new type that takes the columns over: each of their tables is
	 * rewritten, under a lock. Checks, partial indexes, views and functions that know the
	 * type have to be dropped before.
	 * @param type the enum
	 * @param value the value that goes
	 * @param rebuild says which columns are of the enum, and what takes the place of the
	 * value
	 * @param was says which values the enum has
	 */
	default void removeEnumValue(String type, String value, Consumer<EnumRebuild> rebuild, Consumer<EnumValues> was) {
		EnumRebuild definition = Definition.complete(new EnumRebuild(), rebuild);
		invoke(definition.buildWithout(value, ObjectName.of(type), Definition.complete(new EnumValues(), was).build()));
	}

	/**
	 * Gives an enum other values, or the same in another order, by a new type that takes
	 * the columns over: each of their tables is rewritten, under a lock. Checks, partial
	 * indexes, views and functions that know the type have to be dropped before.
	 * Irreversible: say which values it has to make it reversible.
	 * @param type the enum
	 * @param rebuild says which values it gets, and which columns are of it
	 */
	default void rebuildEnum(String type, Consumer<EnumRebuild> rebuild) {
		rebuildEnum(type, rebuild, (was) -> {
		});
	}

	/**
	 * Gives an enum other values, and says which it has.
	 * @param type the enum
	 * @param rebuild says which values it gets, and which columns are of it
	 * @param was says which values it has
	 */
	default void rebuildEnum(String type, Consumer<EnumRebuild> rebuild, Consumer<EnumValues> was) {
		EnumRebuild definition = Definition.complete(new EnumRebuild(), rebuild);
		invoke(definition.build(ObjectName.of(type), Definition.complete(new EnumValues(), was).build()));
	}

	/**
	 * Moves an enum type to another schema. Reversible if its name says which schema it
	 * is in.
	 * @param name its name
	 * @param schema where it goes
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
	 * @param was the comment it has, or {@code null} if it has none
	 */
	default void commentOnEnum(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.TYPE, ObjectName.of(name)), comment,
				Existing.known(was)));
	}

}
