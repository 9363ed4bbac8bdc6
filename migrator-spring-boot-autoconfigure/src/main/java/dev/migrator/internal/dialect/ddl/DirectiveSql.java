package dev.migrator.internal.dialect.ddl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.migrator.operation.AlterSetting;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.ColumnDirective.DropNotNull;
import dev.migrator.operation.ColumnDirective.RenameColumn;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.ColumnValueDirective.AlterColumnDefault;
import dev.migrator.operation.ColumnValueDirective.AlterIdentity;
import dev.migrator.operation.ColumnValueDirective.DropExpression;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.ConstraintDirective.AlterEnforcement;
import dev.migrator.operation.ConstraintDirective.DropConstraint;
import dev.migrator.operation.ConstraintDirective.RenameConstraint;
import dev.migrator.operation.ConstraintDirective.ValidateConstraint;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.Directive;
import dev.migrator.operation.DomainDirective.AddDomainCheck;
import dev.migrator.operation.DomainDirective.AlterDomainDefault;
import dev.migrator.operation.DomainDirective.AlterDomainNullability;
import dev.migrator.operation.DomainDirective.CreateDomain;
import dev.migrator.operation.DomainDirective.DropDomain;
import dev.migrator.operation.DomainDirective.DropDomainCheck;
import dev.migrator.operation.EnumDirective.AddEnumValue;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.EnumDirective.DropEnum;
import dev.migrator.operation.EnumDirective.RebuildEnum;
import dev.migrator.operation.EnumDirective.RenameEnumValue;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.ExtensionDirective.CreateExtension;
import dev.migrator.operation.ExtensionDirective.DropExtension;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.operation.IndexDirective.RebuildIndex;
import dev.migrator.operation.NothingToUndo;
import dev.migrator.operation.ObjectDirective.MoveObject;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.RightDirective.Grant;
import dev.migrator.operation.RightDirective.Revoke;
import dev.migrator.operation.RoutineDirective.CreateRoutine;
import dev.migrator.operation.RoutineDirective.DropRoutine;
import dev.migrator.operation.RowDirective.Backfill;
import dev.migrator.operation.RowDirective.DeleteRows;
import dev.migrator.operation.RowDirective.InsertRows;
import dev.migrator.operation.SchemaDirective.CreateSchema;
import dev.migrator.operation.SchemaDirective.DropSchema;
import dev.migrator.operation.SequenceDirective.AlterOwningColumn;
import dev.migrator.operation.SequenceDirective.AlterSequence;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.SequenceDirective.DropSequence;
import dev.migrator.operation.SequenceDirective.RestoreSequence;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.operation.TableDirective.DropTable;
import dev.migrator.operation.TriggerDirective.CreateTrigger;
import dev.migrator.operation.TriggerDirective.DropTrigger;
import dev.migrator.operation.ViewDirective.CreateView;
import dev.migrator.operation.ViewDirective.DropView;
import dev.migrator.operation.ViewDirective.RefreshView;
import dev.migrator.schema.TextRule;

/**
 * Turns directives into the SQL that is run, printed and written into scripts. No other
 * class does this.
 */
public final class DirectiveSql {

	private static final Map<Class<?>, Function<Directive, List<String>>> WRITERS = writers();

	private DirectiveSql() {
	}

	private static Map<Class<?>, Function<Directive, List<String>>> writers() {
		Map<Class<?>, Function<Directive, List<String>>> writers = new HashMap<>();
		add(writers, CreateTable.class, TableSql::create);
		add(writers, DropTable.class, TableSql::drop);
		add(writers, AddColumn.class, ColumnSql::add);
		add(writers, DropColumn.class, ColumnSql::drop);
		add(writers, RenameColumn.class, ColumnSql::rename);
		add(writers, AlterColumnType.class, ColumnSql::changeType);
		add(writers, SetNotNull.class, ColumnSql::setNotNull);
		add(writers, DropNotNull.class, ColumnSql::dropNotNull);
		add(writers, DropExpression.class, ColumnSql::dropExpression);
		add(writers, AlterColumnDefault.class, ColumnSql::changeDefault);
		add(writers, AlterIdentity.class, ColumnSql::changeIdentity);
		add(writers, SetComment.class, CommentSql::change);
		add(writers, AlterSetting.class, SettingSql::change);
		add(writers, AddConstraint.class, ConstraintSql::add);
		add(writers, DropConstraint.class, ConstraintSql::drop);
		add(writers, ValidateConstraint.class, ConstraintSql::validate);
		add(writers, AlterEnforcement.class, ConstraintSql::enforce);
		add(writers, RenameConstraint.class, ConstraintSql::rename);
		add(writers, CreateIndex.class, IndexSql::create);
		add(writers, DropIndex.class, IndexSql::drop);
		add(writers, RebuildIndex.class, IndexSql::rebuild);
		add(writers, RenameObject.class, ObjectSql::rename);
		add(writers, MoveObject.class, ObjectSql::move);
		add(writers, CreateEnum.class, EnumSql::create);
		add(writers, DropEnum.class, EnumSql::drop);
		add(writers, AddEnumValue.class, EnumSql::add);
		add(writers, RenameEnumValue.class, EnumSql::rename);
		add(writers, RebuildEnum.class, EnumSql::rebuild);
		add(writers, CreateDomain.class, DomainSql::create);
		add(writers, DropDomain.class, DomainSql::drop);
		add(writers, AlterDomainDefault.class, DomainSql::changeDefault);
		add(writers, AlterDomainNullability.class, DomainSql::changeNullability);
		add(writers, AddDomainCheck.class, DomainSql::addCheck);
		add(writers, DropDomainCheck.class, DomainSql::dropCheck);
		add(writers, CreateSequence.class, SequenceSql::create);
		add(writers, DropSequence.class, SequenceSql::drop);
		add(writers, AlterSequence.class, SequenceSql::alter);
		add(writers, RestoreSequence.class, SequenceSql::restore);
		add(writers, AlterOwningColumn.class, SequenceSql::changeOwner);
		add(writers, CreateSchema.class, ObjectSql::createSchema);
		add(writers, DropSchema.class, ObjectSql::dropSchema);
		add(writers, CreateExtension.class, ObjectSql::createExtension);
		add(writers, DropExtension.class, ObjectSql::dropExtension);
		add(writers, CreateView.class, ViewSql::create);
		add(writers, DropView.class, ViewSql::drop);
		add(writers, RefreshView.class, ViewSql::refresh);
		add(writers, CreateRoutine.class, RoutineSql::create);
		add(writers, DropRoutine.class, RoutineSql::drop);
		add(writers, CreateTrigger.class, TriggerSql::create);
		add(writers, DropTrigger.class, TriggerSql::drop);
		add(writers, Grant.class, GrantSql::grant);
		add(writers, Revoke.class, GrantSql::revoke);
		add(writers, InsertRows.class, RowsSql::insert);
		add(writers, DeleteRows.class, RowsSql::delete);
		add(writers, Backfill.class, BackfillSql::of);
		add(writers, NothingToUndo.class, ObjectSql::nothing);
		return Map.copyOf(writers);
	}

	private static <D extends Directive> void add(Map<Class<?>, Function<Directive, List<String>>> writers,
			Class<D> type, Function<D, List<String>> writer) {
		writers.put(type, (directive) -> writer.apply(type.cast(directive)));
	}

	static Set<Class<?>> written() {
		return WRITERS.keySet();
	}

	/**
	 * Returns the SQL of a directive in a revision that is a transaction.
	 * @param directive the directive
	 * @return the SQL, each statement ended by a semicolon
	 * @throws dev.migrator.schema.InvalidDefinitionException if it contains SQL that
	 * cannot be used
	 */
	public static ExecuteSql inTransaction(Directive directive) {
		return sql(directive);
	}

	/**
	 * Returns the SQL of a directive in a revision whose statements are each committed by
	 * itself. It may need several statements so that it does not block other sessions.
	 * @param directive the directive
	 * @return the SQL, each statement ended by a semicolon
	 * @throws dev.migrator.schema.InvalidDefinitionException if it contains SQL that
	 * cannot be used
	 */
	public static ExecuteSql withoutTransaction(Directive directive) {
		return (directive instanceof SetNotNull set) ? text(ColumnSql.setNotNullWithoutLock(set)) : sql(directive);
	}

	/**
	 * Returns the SQL that makes a primary key or unique constraint from an index over
	 * its columns, and renames the index to the constraint.
	 * @param add the primary key or unique constraint
	 * @param index the name of the index
	 * @return the SQL, ended by a semicolon
	 */
	public static ExecuteSql usingIndex(AddConstraint add, String index) {
		return text(List.of(ConstraintSql.usingIndex(add.table(), add.constraint(), index)));
	}

	private static ExecuteSql sql(Directive directive) {
		if (directive instanceof CustomOperation custom) {
			return CustomSql.of(custom);
		}
		Function<Directive, List<String>> writer = WRITERS.get(directive.getClass());
		if (writer == null) {
			throw new IllegalStateException("No SQL for " + directive.getClass().getName());
		}
		return text(writer.apply(directive));
	}

	private static ExecuteSql text(List<String> statements) {
		StringBuilder sql = new StringBuilder();
		statements.forEach((statement) -> sql.append(statement).append(isComment(statement) ? "\n" : ";\n"));
		return ExecuteSql.of(TextRule.check("The SQL", sql.toString().stripTrailing()));
	}

	private static boolean isComment(String statement) {
		return statement.startsWith("--") && statement.indexOf('\n') < 0;
	}

}
