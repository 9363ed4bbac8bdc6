package dev.migrator.autogenerate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.ChangeDefault;
import dev.migrator.operation.ChangeType;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropNotNull;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameObject;
import dev.migrator.operation.SetNotNull;
import dev.migrator.operation.ValidateConstraint;
import dev.migrator.schema.Check;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.Literal;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.SqlExpression;
import dev.migrator.schema.Table;
import dev.migrator.schema.Unique;
import org.jspecify.annotations.Nullable;

/**
 * Operations as calls of the methods of {@link dev.migrator.script.Operations}. One that
 * no method says in full is handed over as a record.
 */
final class JavaDirectives {

	private final JavaValues values;

	JavaDirectives(JavaValues values) {
		this.values = values;
	}

	String of(Operation operation) {
		String call = call(operation);
		return (call != null) ? call : this.values.invoke(operation);
	}

	private @Nullable String call(Operation operation) {
		if (operation instanceof CreateTable create && !create.ifNotExists()) {
			String body = body(create.table());
			return (body != null) ? "op.createTable(%s, (t) -> %s)".formatted(text(create.table().name()), body) : null;
		}
		if (operation instanceof DropTable drop && !drop.ifExists() && !drop.cascade()) {
			return "op.dropTable(%s)".formatted(text(drop.name()));
		}
		if (operation instanceof CreateIndex create && !create.ifNotExists()) {
			String index = index(create.index());
			return (index != null)
					? "op.createIndex(%s, %s, (index) -> index%s%s)".formatted(text(create.index().name()),
							text(create.index().table()), index, create.concurrently() ? ".concurrently()" : "")
					: null;
		}
		if (operation instanceof DropIndex drop && !drop.ifExists() && !drop.cascade()) {
			return "op.dropIndex(%s%s)".formatted(text(drop.name()),
					drop.concurrently() ? ", (drop) -> drop.concurrently()" : "");
		}
		if (operation instanceof AddConstraint add) {
			return add(text(add.table()), add.constraint(), add.notValid() ? ".notValid()" : "");
		}
		if (operation instanceof ValidateConstraint validate) {
			return "op.validateConstraint(%s, %s)".formatted(text(validate.table()), text(validate.constraint()));
		}
		if (operation instanceof CreateEnum create && !create.type().values().isEmpty()) {
			return "op.createEnum(%s, %s)".formatted(text(create.type().name()), list(create.type().values()));
		}
		if (operation instanceof DropEnum drop && !drop.ifExists() && !drop.cascade()) {
			return "op.dropEnum(%s)".formatted(text(drop.name()));
		}
		if (operation instanceof DropConstraint drop && !drop.ifExists() && !drop.cascade()) {
			return "op.dropConstraint(%s, %s)".formatted(text(drop.table()), text(drop.name()));
		}
		if (operation instanceof CreateSchema create && !create.ifNotExists()) {
			return "op.createSchema(%s)".formatted(text(create.name()));
		}
		if (operation instanceof RenameConstraint rename) {
			return "op.renameConstraint(%s, %s, %s)".formatted(text(rename.table()), text(rename.from()),
					text(rename.to()));
		}
		if (operation instanceof RenameObject rename && rename.kind() == ObjectKind.TABLE) {
			return "op.renameTable(%s, %s)".formatted(text(rename.name()), text(rename.to()));
		}
		if (operation instanceof RenameObject rename && rename.kind() == ObjectKind.INDEX) {
			return "op.renameIndex(%s, %s)".formatted(text(rename.name()), text(rename.to()));
		}
		if (operation instanceof RenameObject rename && rename.kind() == ObjectKind.SEQUENCE) {
			return "op.renameSequence(%s, %s)".formatted(text(rename.name()), text(rename.to()));
		}
		if (operation instanceof ExecuteSql execute) {
			String undo = (execute.undo() != null) ? ", " + text(execute.undo().text()) : "";
			return "op.execute(%s%s)".formatted(text(execute.source().text()), undo);
		}
		return columnCall(operation);
	}

	private @Nullable String columnCall(Operation operation) {
		if (operation instanceof AddColumn add && !add.ifNotExists()) {
			String chain = chain(add.column());
			return (chain == null) ? null
					: "op.addColumn(%s, %s, %s%s)".formatted(text(add.table()), text(add.column().name()),
							this.values.type(add.column().type()),
							chain.isEmpty() ? "" : ", (column) -> column" + chain);
		}
		if (operation instanceof DropColumn drop && !drop.ifExists() && !drop.cascade()) {
			return "op.dropColumn(%s, %s)".formatted(text(drop.table()), text(drop.column()));
		}
		if (operation instanceof RenameColumn rename) {
			return "op.renameColumn(%s, %s, %s)".formatted(text(rename.table()), text(rename.from()),
					text(rename.to()));
		}
		if (operation instanceof SetNotNull set) {
			return alter(set.column(), "notNull()");
		}
		if (operation instanceof DropNotNull drop) {
			return alter(drop.column(), "nullable()");
		}
		if (operation instanceof ChangeDefault change && isPlain(change.to())) {
			SqlExpression to = (SqlExpression) change.to();
			return alter(change.column(), (to != null) ? "defaultSql(" + text(to.sql()) + ")" : "noDefault()");
		}
		if (operation instanceof ChangeType change) {
			return alter(change.column(), type(change));
		}
		return null;
	}

	private static boolean isPlain(@Nullable Expression expression) {
		return expression == null || expression instanceof SqlExpression;
	}

	private String type(ChangeType change) {
		String collate = (change.collation() != null) ? ".collate(" + text(change.collation()) + ")" : "";
		String using = (change.using() != null) ? ".using(" + text(change.using()) + ")" : "";
		return "type(%s)%s%s".formatted(this.values.type(change.to()), collate, using);
	}

	private String alter(ColumnName column, String change) {
		return "op.alterColumn(%s, %s, (column) -> column.%s)".formatted(text(column.table()), text(column.column()),
				change);
	}

	private @Nullable String body(Table table) {
		StringBuilder body = new StringBuilder("{\n");
		for (Column column : table.columns()) {
			String chain = chain(column);
			if (chain == null) {
				return null;
			}
			body.append(
					"\tt.column(%s, %s)%s;\n".formatted(text(column.name()), this.values.type(column.type()), chain));
		}
		for (Constraint constraint : table.constraints()) {
			String key = definition(constraint);
			if (key == null) {
				return null;
			}
			body.append("\tt.").append(key).append(";\n");
		}
		for (Index index : table.indexes()) {
			String definition = index(index);
			if (definition == null || !index.table().equals(table.name())) {
				return null;
			}
			body.append("\tt.index()%s.named(%s);\n".formatted(definition, text(index.name())));
		}
		body.append(table.unlogged() ? "\tt.unlogged();\n" : "");
		body.append((table.partitionBy() != null) ? "\tt.partitionBy(" + text(table.partitionBy()) + ");\n" : "");
		body.append((table.comment() != null) ? "\tt.comment(" + text(table.comment()) + ");\n" : "");
		return body.append('}').toString();
	}

	private @Nullable String definition(Constraint constraint) {
		String named = ".named(" + text(constraint.name()) + ")";
		if (constraint instanceof PrimaryKey key) {
			return "primaryKey(" + list(key.columns()) + ")" + include(key.include()) + deferral(key.deferral())
					+ named;
		}
		if (constraint instanceof Unique unique) {
			return "unique(" + list(unique.columns()) + ")" + unique(unique) + named;
		}
		if (constraint instanceof Check check) {
			return "check(" + text(check.condition()) + ")" + (check.noInherit() ? ".noInherit()" : "") + named;
		}
		if (constraint instanceof ForeignKey key) {
			return "foreignKey(%s, %s, %s)%s%s".formatted(this.values.of(key.columns()), text(key.table()),
					this.values.of(key.referenced()), actions(key), named);
		}
		return null;
	}

	private @Nullable String add(String table, Constraint constraint, String notValid) {
		String named = notValid + ".named(" + text(constraint.name()) + ")";
		if (constraint instanceof PrimaryKey key) {
			return "op.createPrimaryKey(%s, %s, (key) -> key%s%s%s)".formatted(table, this.values.of(key.columns()),
					include(key.include()), deferral(key.deferral()), named);
		}
		if (constraint instanceof Unique unique) {
			return "op.createUnique(%s, %s, (unique) -> unique%s%s)".formatted(table, this.values.of(unique.columns()),
					unique(unique), named);
		}
		if (constraint instanceof Check check) {
			return "op.createCheck(%s, %s, (check) -> check%s%s)".formatted(table, text(check.condition()),
					check.noInherit() ? ".noInherit()" : "", named);
		}
		if (constraint instanceof ForeignKey key) {
			return "op.createForeignKey(%s, %s, %s, %s, (key) -> key%s%s)".formatted(table,
					this.values.of(key.columns()), text(key.table()), this.values.of(key.referenced()), actions(key),
					named);
		}
		return null;
	}

	private String unique(Unique unique) {
		return include(unique.include()) + (unique.nullsNotDistinct() ? ".nullsNotDistinct()" : "")
				+ deferral(unique.deferral());
	}

	private String actions(ForeignKey key) {
		return action("onDelete", key.onDelete()) + action("onUpdate", key.onUpdate())
				+ (key.matchFull() ? ".matchFull()" : "") + deferral(key.deferral());
	}

	private String action(String event, ReferentialAction action) {
		return (action == ReferentialAction.NO_ACTION) ? "" : "." + event + "(" + this.values.of(action) + ")";
	}

	private static String deferral(Deferral deferral) {
		return switch (deferral) {
			case NOT_DEFERRABLE -> "";
			case DEFERRABLE -> ".deferrable()";
			case INITIALLY_DEFERRED -> ".initiallyDeferred()";
		};
	}

	private String include(List<String> columns) {
		return columns.isEmpty() ? "" : ".include(" + list(columns) + ")";
	}

	/**
	 * What follows the name and the type of a column.
	 */
	private @Nullable String chain(Column column) {
		StringBuilder chain = new StringBuilder();
		chain.append((column.nullable() || column.identity() != null) ? "" : ".notNull()");
		Expression value = column.defaultValue();
		if (value instanceof SqlExpression sql) {
			chain.append(".defaultSql(").append(text(sql.sql())).append(')');
		}
		else if (value instanceof Literal) {
			return null;
		}
		if (column.identity() != null) {
			if (!column.identity().options().equals(SequenceOptions.DEFAULT)) {
				return null;
			}
			chain.append(column.identity().always() ? ".identity()" : ".identityByDefault()");
		}
		Generated generated = column.generated();
		if (generated != null) {
			chain.append(generated.stored() ? ".generatedAs(" : ".virtuallyGeneratedAs(")
				.append(text(generated.expression()))
				.append(')');
		}
		chain.append((column.collation() != null) ? ".collate(" + text(column.collation()) + ")" : "");
		chain.append((column.comment() != null) ? ".comment(" + text(column.comment()) + ")" : "");
		return chain.toString();
	}

	/**
	 * What follows the name and the table of an index.
	 */
	private @Nullable String index(Index index) {
		StringBuilder chain = new StringBuilder();
		for (IndexKey key : index.keys()) {
			if (key.order() == IndexKey.Order.ASC) {
				return null;
			}
			String more = key(key);
			chain.append((key.column() != null) ? ".column(" + text(key.column())
					: ".expression(" + text(String.valueOf(key.expression())));
			chain.append(more.isEmpty() ? ")" : ", (key) -> key" + more + ")");
		}
		chain.append(index.unique() ? ".unique()" : "").append(index.nullsNotDistinct() ? ".nullsNotDistinct()" : "");
		chain.append((index.method() != null) ? ".using(" + text(index.method()) + ")" : "");
		chain.append(include(index.include()));
		chain.append((index.where() != null) ? ".where(" + text(index.where()) + ")" : "");
		for (Map.Entry<String, String> parameter : index.with().entrySet()) {
			chain.append(".with(%s, %s)".formatted(text(parameter.getKey()), text(parameter.getValue())));
		}
		chain.append((index.tablespace() != null) ? ".tablespace(" + text(index.tablespace()) + ")" : "");
		return chain.toString();
	}

	private String key(IndexKey key) {
		return ((key.order() == IndexKey.Order.DESC) ? ".descending()" : "")
				+ ((key.nulls() == null) ? ""
						: (key.nulls() == IndexKey.Nulls.FIRST) ? ".nullsFirst()" : ".nullsLast()")
				+ ((key.collation() != null) ? ".collate(" + text(key.collation()) + ")" : "")
				+ ((key.operatorClass() != null) ? ".operatorClass(" + text(key.operatorClass()) + ")" : "");
	}

	private String list(List<String> texts) {
		return texts.stream().map(this::text).collect(Collectors.joining(", "));
	}

	private String text(Object name) {
		return this.values.of(name.toString());
	}

}
