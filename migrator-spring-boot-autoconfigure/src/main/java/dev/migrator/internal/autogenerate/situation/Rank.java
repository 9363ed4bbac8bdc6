package dev.migrator.internal.autogenerate.situation;

import java.util.List;
import java.util.function.Predicate;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.AlterSetting;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.ColumnDirective.DropNotNull;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.ColumnValueDirective.AlterColumnDefault;
import dev.migrator.operation.ColumnValueDirective.AlterIdentity;
import dev.migrator.operation.ColumnValueDirective.DropExpression;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.ConstraintDirective.AlterEnforcement;
import dev.migrator.operation.ConstraintDirective.DropConstraint;
import dev.migrator.operation.ConstraintDirective.RenameConstraint;
import dev.migrator.operation.ConstraintDirective.ValidateConstraint;
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
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.operation.IndexDirective.RebuildIndex;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SchemaDirective.CreateSchema;
import dev.migrator.operation.SequenceDirective.AlterOwningColumn;
import dev.migrator.operation.SequenceDirective.AlterSequence;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.SequenceDirective.DropSequence;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.operation.TableDirective.DropTable;

/**
 * The default position of an operation: types and sequences come before the tables that
 * use them, dependent objects are dropped first and created last, and objects with rows
 * are dropped at the end.
 */
public enum Rank {

	SCHEMAS, DEPENDANTS_DROPPED, COUNTS_LEFT, IDENTITIES_DROPPED, TYPES, SEQUENCES, OWNERS_LEFT, FOREIGN_KEYS_DROPPED,
	INDEXES_DROPPED, CONSTRAINTS_DROPPED,
	/** PostgreSQL does not change the columns that a generated column uses. */
	GENERATED_COLUMNS_DROPPED,
	/**
	 * Rebuilt types come before types that get values: a string that equals a value
	 * counts as its use, so it cannot follow the statement that adds the value.
	 */
	TYPES_REBUILT, ENUM_VALUES, OBJECTS_RENAMED,
	/** Logged tables reference only logged tables. */
	LOGS, TABLES, COLUMNS, GENERATED_COLUMNS, CONSTRAINTS, INDEXES, FOREIGN_KEYS, SETTINGS, COUNTS_TAKEN, OWNERS_TAKEN,
	COMMENTS, DEPENDANTS_CREATED, COLUMNS_DROPPED, TABLES_DROPPED, SEQUENCES_DROPPED, TYPES_DROPPED;

	/** The first match counts: a foreign key is a constraint too. */
	private static final List<Ranked> RANKS = List.of(new Ranked(CreateSchema.class::isInstance, SCHEMAS),
			new Ranked((operation) -> operation instanceof AlterIdentity change && change.to() == null,
					IDENTITIES_DROPPED),
			new Ranked(CreateEnum.class::isInstance, TYPES), new Ranked(CreateDomain.class::isInstance, TYPES),
			new Ranked(DropDomainCheck.class::isInstance, TYPES), new Ranked(AddDomainCheck.class::isInstance, TYPES),
			new Ranked(AlterDomainDefault.class::isInstance, TYPES),
			new Ranked(AlterDomainNullability.class::isInstance, TYPES),
			new Ranked(CreateSequence.class::isInstance, SEQUENCES),
			new Ranked(AlterSequence.class::isInstance, SEQUENCES),
			new Ranked(
					(operation) -> operation instanceof AlterOwningColumn change && change.to() == null, OWNERS_LEFT),
			new Ranked(AlterOwningColumn.class::isInstance, OWNERS_TAKEN),
			new Ranked((operation) -> operation instanceof DropConstraint drop && drop.was() != null
					&& drop.was().isReference(), FOREIGN_KEYS_DROPPED),
			new Ranked(DropIndex.class::isInstance, INDEXES_DROPPED),
			new Ranked(DropConstraint.class::isInstance, CONSTRAINTS_DROPPED),
			new Ranked((operation) -> operation instanceof DropColumn drop && drop.was() != null
					&& drop.was().generated() != null, GENERATED_COLUMNS_DROPPED),
			new Ranked(DropExpression.class::isInstance, GENERATED_COLUMNS_DROPPED),
			new Ranked(RebuildEnum.class::isInstance, TYPES_REBUILT),
			new Ranked(AddEnumValue.class::isInstance, ENUM_VALUES),
			new Ranked(RenameObject.class::isInstance, OBJECTS_RENAMED),
			new Ranked(RenameConstraint.class::isInstance, OBJECTS_RENAMED),
			new Ranked(CreateTable.class::isInstance, TABLES),
			new Ranked((operation) -> operation instanceof AddColumn add && add.column().generated() != null,
					GENERATED_COLUMNS),
			new Ranked((operation) -> operation instanceof AddConstraint add && add.constraint().isReference(),
					FOREIGN_KEYS),
			new Ranked(AddColumn.class::isInstance, COLUMNS), new Ranked(AlterColumnType.class::isInstance, COLUMNS),
			new Ranked(SetNotNull.class::isInstance, COLUMNS), new Ranked(DropNotNull.class::isInstance, COLUMNS),
			new Ranked(AlterColumnDefault.class::isInstance, COLUMNS),
			new Ranked(AlterIdentity.class::isInstance, COLUMNS),
			new Ranked((operation) -> operation instanceof SetComment change && change.on().isTableOrColumn(), COLUMNS),
			new Ranked(SetComment.class::isInstance, COMMENTS),
			new Ranked((operation) -> operation instanceof AlterSetting change
					&& change.setting().kind() == Setting.Kind.LOG, LOGS),
			new Ranked(AlterSetting.class::isInstance, SETTINGS),
			new Ranked(AddConstraint.class::isInstance, CONSTRAINTS),
			new Ranked(ValidateConstraint.class::isInstance, FOREIGN_KEYS),
			new Ranked(AlterEnforcement.class::isInstance, FOREIGN_KEYS),
			new Ranked(CreateIndex.class::isInstance, INDEXES), new Ranked(RebuildIndex.class::isInstance, INDEXES),
			new Ranked(DropColumn.class::isInstance, COLUMNS_DROPPED),
			new Ranked(DropTable.class::isInstance, TABLES_DROPPED),
			new Ranked(DropSequence.class::isInstance, SEQUENCES_DROPPED),
			new Ranked(DropDomain.class::isInstance, TYPES_DROPPED),
			new Ranked(DropEnum.class::isInstance, TYPES_DROPPED));

	/**
	 * Returns the rank of an operation.
	 */
	public static Rank of(Operation operation) {
		for (Ranked ranked : RANKS) {
			if (ranked.operations().test(operation)) {
				return ranked.rank();
			}
		}
		throw new IllegalStateException("No rank for " + operation.getClass().getName());
	}

	private record Ranked(Predicate<Operation> operations, Rank rank) {
	}

}
