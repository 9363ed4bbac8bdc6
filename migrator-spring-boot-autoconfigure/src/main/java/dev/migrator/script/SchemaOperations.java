package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ExtensionDirective.CreateExtension;
import dev.migrator.operation.ExtensionDirective.DropExtension;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.SchemaDirective.CreateSchema;
import dev.migrator.operation.SchemaDirective.DropSchema;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Extension;
import org.jspecify.annotations.Nullable;

/**
 * The directives for schemas and extensions. The name of a schema is used as it is,
 * including dots.
 */
public interface SchemaOperations extends Recorder {

	/**
	 * Creates a schema.
	 * @param name its name
	 */
	default void createSchema(String name) {
		invoke(new CreateSchema(name, false));
	}

	/**
	 * Creates a schema unless one with that name exists. Irreversible, because it is
	 * unknown who created it.
	 * @param name its name
	 */
	default void createSchemaIfNotExists(String name) {
		invoke(new CreateSchema(name, true));
	}

	/**
	 * Drops a schema, which must be empty.
	 * @param name its name
	 */
	default void dropSchema(String name) {
		dropSchema(name, (drop) -> {
		});
	}

	/**
	 * Drops a schema.
	 * @param name its name
	 * @param drop options: {@code cascade()} drops its contents too
	 */
	default void dropSchema(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropSchema(name, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Renames a schema.
	 * @param from the old name
	 * @param to the new name
	 */
	default void renameSchema(String from, String to) {
		invoke(new RenameObject(ObjectKind.SCHEMA, new ObjectName(null, from), to));
	}

	/**
	 * Creates an extension.
	 * @param name its name: {@code pgcrypto}
	 */
	default void createExtension(String name) {
		createExtension(name, (extension) -> {
		});
	}

	/**
	 * Creates an extension.
	 * @param name its name
	 * @param extension further options, such as {@code ifNotExists()}
	 */
	default void createExtension(String name, Consumer<ExtensionDefinition> extension) {
		ExtensionDefinition definition = Definition.complete(new ExtensionDefinition(name), extension);
		invoke(new CreateExtension(definition.build(), definition.isIfNotExists()));
	}

	/**
	 * Drops an extension. Its reverse creates it in its default schema and version.
	 * @param name its name
	 */
	default void dropExtension(String name) {
		dropExtension(name, (drop) -> {
		});
	}

	/**
	 * Drops an extension.
	 * @param name its name
	 * @param drop options
	 */
	default void dropExtension(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropExtension(name, new Extension(name, null, null), definition.isIfExists(),
				definition.isCascade()));
	}

	/**
	 * Sets the comment of a schema. Irreversible.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnSchema(String name, @Nullable String comment) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.SCHEMA, new ObjectName(null, name)), comment,
				Existing.unknown()));
	}

	/**
	 * Sets the comment of a schema.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 * @param was the old comment, or {@code null} if it has none
	 */
	default void commentOnSchema(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.SCHEMA, new ObjectName(null, name)), comment,
				Existing.known(was)));
	}

}
