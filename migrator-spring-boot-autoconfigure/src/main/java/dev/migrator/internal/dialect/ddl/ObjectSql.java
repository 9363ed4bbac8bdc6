package dev.migrator.internal.dialect.ddl;

import java.util.List;
import java.util.Locale;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.problem.Printable;
import dev.migrator.operation.ExtensionDirective.CreateExtension;
import dev.migrator.operation.ExtensionDirective.DropExtension;
import dev.migrator.operation.NothingToUndo;
import dev.migrator.operation.ObjectDirective.MoveObject;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.SchemaDirective.CreateSchema;
import dev.migrator.operation.SchemaDirective.DropSchema;
import dev.migrator.schema.element.Extension;

/**
 * Writes schemas, extensions, and the changes that all kinds of objects have.
 */
final class ObjectSql {

	private ObjectSql() {
	}

	static List<String> rename(RenameObject rename) {
		return List.of(alter(rename.kind()) + NameSql.of(rename.name()) + " RENAME TO " + NameSql.of(rename.to()));
	}

	static List<String> move(MoveObject move) {
		return List.of(alter(move.kind()) + NameSql.of(move.name()) + " SET SCHEMA " + NameSql.of(move.schema()));
	}

	private static String alter(ObjectKind kind) {
		return "ALTER " + kind.words().toUpperCase(Locale.ROOT) + " ";
	}

	static List<String> createSchema(CreateSchema create) {
		return List.of("CREATE SCHEMA " + (create.ifNotExists() ? "IF NOT EXISTS " : "") + NameSql.of(create.name()));
	}

	static List<String> dropSchema(DropSchema drop) {
		return List.of("DROP SCHEMA " + toDrop(drop.ifExists(), NameSql.of(drop.name()), drop.cascade()));
	}

	static List<String> createExtension(CreateExtension create) {
		Extension extension = create.extension();
		String schema = extension.schema();
		String version = extension.version();
		return List.of("CREATE EXTENSION " + (create.ifNotExists() ? "IF NOT EXISTS " : "")
				+ NameSql.of(extension.name()) + ((schema != null) ? " SCHEMA " + NameSql.of(schema) : "")
				+ ((version != null) ? " VERSION " + SqlText.literal(version) : ""));
	}

	static List<String> dropExtension(DropExtension drop) {
		return List.of("DROP EXTENSION " + toDrop(drop.ifExists(), NameSql.of(drop.name()), drop.cascade()));
	}

	static List<String> nothing(NothingToUndo nothing) {
		return List.of("-- " + Printable.line(nothing.describe()));
	}

	/**
	 * Writes what all kinds of DROP have in common.
	 */
	static String toDrop(boolean ifExists, String name, boolean cascade) {
		return (ifExists ? "IF EXISTS " : "") + name + (cascade ? " CASCADE" : "");
	}

}
