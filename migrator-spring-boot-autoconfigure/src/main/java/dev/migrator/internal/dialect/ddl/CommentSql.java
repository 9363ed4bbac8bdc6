package dev.migrator.internal.dialect.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes comments on objects.
 */
final class CommentSql {

	private CommentSql() {
	}

	static List<String> change(SetComment change) {
		return List.of(comment(change.on(), change.to()));
	}

	static List<String> ofTable(Table table) {
		List<String> statements = new ArrayList<>();
		if (table.comment() != null) {
			statements.add(comment(new CommentTarget.OnObject(ObjectKind.TABLE, table.name()), table.comment()));
		}
		table.columns().forEach((column) -> statements.addAll(ofColumn(table.name(), column)));
		return statements;
	}

	static List<String> ofColumn(ObjectName table, Column column) {
		return (column.comment() != null)
				? List.of(comment(new CommentTarget.OnColumn(new ColumnName(table, column.name())), column.comment()))
				: List.of();
	}

	private static String comment(CommentTarget on, @Nullable String comment) {
		return "COMMENT ON " + target(on) + " IS " + LiteralSql.text(comment);
	}

	private static String target(CommentTarget on) {
		if (on instanceof CommentTarget.OnColumn column) {
			return "COLUMN " + NameSql.of(column.column().table()) + "." + NameSql.of(column.column().column());
		}
		if (on instanceof CommentTarget.OnConstraint constraint) {
			return "CONSTRAINT " + NameSql.of(constraint.constraint()) + " ON " + NameSql.of(constraint.table());
		}
		CommentTarget.OnObject object = (CommentTarget.OnObject) on;
		return object.kind().words().toUpperCase(Locale.ROOT) + " " + NameSql.of(object.name());
	}

}
