package dev.migrator.internal.dialect.ddl;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.ColumnDirective.DropNotNull;
import dev.migrator.operation.ColumnDirective.RenameColumn;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.ColumnValueDirective.AlterColumnDefault;
import dev.migrator.operation.ColumnValueDirective.AlterIdentity;
import dev.migrator.operation.ColumnValueDirective.DropExpression;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Column;

/**
 * Writes columns and changes of them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER
 * TABLE</a>
 */
final class ColumnSql {

	private ColumnSql() {
	}

	static String definition(Column column) {
		StringBuilder sql = new StringBuilder(NameSql.of(column.name())).append(' ').append(TypeSql.of(column.type()));
		ObjectName collation = column.collation();
		if (collation != null) {
			sql.append(" COLLATE ").append(NameSql.of(collation));
		}
		Expression defaultValue = column.defaultValue();
		if (defaultValue != null) {
			sql.append(" DEFAULT ").append(LiteralSql.inParentheses(defaultValue));
		}
		Generated generated = column.generated();
		if (generated != null) {
			sql.append(" GENERATED ALWAYS AS (").append(SqlFragment.of(generated.expression())).append(") ");
			sql.append(generated.stored() ? "STORED" : "VIRTUAL");
		}
		Identity identity = column.identity();
		if (identity != null) {
			sql.append(" GENERATED ").append(identity(identity));
		}
		return sql.append(column.nullable() ? "" : " NOT NULL").toString();
	}

	private static String identity(Identity identity) {
		String options = SequenceSql.options(identity.options());
		return kind(identity) + " AS IDENTITY" + (options.isEmpty() ? "" : " (" + options.strip() + ")");
	}

	private static String kind(Identity identity) {
		return identity.always() ? "ALWAYS" : "BY DEFAULT";
	}

	static List<String> add(AddColumn add) {
		List<String> statements = new ArrayList<>();
		statements.add(alter(add.table()) + "ADD COLUMN " + (add.ifNotExists() ? "IF NOT EXISTS " : "")
				+ definition(add.column()));
		statements.addAll(CommentSql.ofColumn(add.table(), add.column()));
		return statements;
	}

	static List<String> drop(DropColumn drop) {
		return List.of(alter(drop.table()) + "DROP COLUMN "
				+ ObjectSql.toDrop(drop.ifExists(), NameSql.of(drop.column()), drop.cascade()));
	}

	static List<String> rename(RenameColumn rename) {
		return List.of("%sRENAME COLUMN %s TO %s".formatted(alter(rename.table()), NameSql.of(rename.from()),
				NameSql.of(rename.to())));
	}

	static List<String> changeType(AlterColumnType change) {
		StringBuilder sql = new StringBuilder(column(change.column())).append("TYPE ").append(TypeSql.of(change.to()));
		ObjectName collation = change.collation();
		if (collation != null) {
			sql.append(" COLLATE ").append(NameSql.of(collation));
		}
		String using = change.using();
		if (using != null) {
			sql.append(" USING (").append(SqlFragment.of(using)).append(')');
		}
		return List.of(sql.toString());
	}

	static List<String> changeDefault(AlterColumnDefault change) {
		Expression to = change.to();
		return List.of(column(change.column())
				+ ((to != null) ? "SET DEFAULT " + LiteralSql.inParentheses(to) : "DROP DEFAULT"));
	}

	static List<String> changeIdentity(AlterIdentity change) {
		Identity to = change.to();
		Identity was = change.was().value();
		if (to == null) {
			return List.of(column(change.column()) + "DROP IDENTITY");
		}
		if (was == null) {
			return List.of(column(change.column()) + "ADD GENERATED " + identity(to),
					SequenceSql.behindTheRows(change.column(), to.options()));
		}
		SequenceOptions options = was.options();
		return List.of(column(change.column()) + "SET GENERATED " + kind(to)
				+ SequenceSql.changes(to.options(), options, " SET")
				+ SequenceSql.restart(to.options().isBeyond(options)));
	}

	static List<String> setNotNull(SetNotNull set) {
		return List.of("-- in a transaction: all rows are read under a lock that keeps everybody else out\n"
				+ column(set.column()) + "SET NOT NULL");
	}

	/**
	 * Adds a check that is not valid yet, which takes a moment; validates it, which does
	 * not block readers and writers; then SET NOT NULL does not read the table, because
	 * the valid check proves it.
	 */
	static List<String> setNotNullWithoutLock(SetNotNull set) {
		ObjectName table = set.column().table();
		String check = NameSql.of(DefaultNames.name(table.name(), set.column().column(), "not_null_check"));
		return List.of(
				"%sADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID".formatted(alter(table), check,
						NameSql.of(set.column().column())),
				alter(table) + "VALIDATE CONSTRAINT " + check, column(set.column()) + "SET NOT NULL",
				alter(table) + "DROP CONSTRAINT " + check);
	}

	static List<String> dropNotNull(DropNotNull drop) {
		return List.of(column(drop.column()) + "DROP NOT NULL");
	}

	static List<String> dropExpression(DropExpression drop) {
		return List.of(column(drop.column()) + "DROP EXPRESSION");
	}

	private static String alter(ObjectName table) {
		return "ALTER TABLE " + NameSql.of(table) + " ";
	}

	private static String column(ColumnName column) {
		return alter(column.table()) + "ALTER COLUMN " + NameSql.of(column.column()) + " ";
	}

}
