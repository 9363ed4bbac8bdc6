package dev.migrator.operation;

/**
 * A change that is said in values rather than in SQL. Each says all that is needed to
 * write it down as SQL, for running it, printing it and generating it, and reverses
 * itself where it knows how things were before.
 */
public sealed interface Directive extends Operation
		permits CreateTable, DropTable, AddColumn, DropColumn, RenameColumn, AlterColumnType, SetNotNull, DropNotNull,
		DropExpression, AlterColumnDefault, AlterIdentity, SetComment, AlterSetting, AddConstraint, DropConstraint,
		ValidateConstraint, AlterEnforcement, RenameConstraint, CreateIndex, DropIndex, RebuildIndex, RenameObject,
		MoveObject, CreateEnum, DropEnum, AddEnumValue, RenameEnumValue, RebuildEnum, CreateDomain, DropDomain,
		AlterDomainDefault, AlterDomainNullability, AddDomainCheck, DropDomainCheck, CreateSequence, DropSequence,
		AlterSequence, RestoreSequence, AlterOwningColumn, CreateSchema, DropSchema, CreateExtension, DropExtension,
		CreateView, DropView, RefreshView, CreateRoutine, DropRoutine, CreateTrigger, DropTrigger, Grant, Revoke,
		InsertRows, DeleteRows, Backfill, NothingToUndo, CustomOperation {

	/**
	 * How it would have to be said, so that it could be reversed.
	 * @return a sentence without its full stop, or nothing if that would not help
	 */
	default String toBeReversible() {
		return "";
	}

	/**
	 * Whether PostgreSQL runs it outside of transactions only.
	 * @return {@code true} for what runs concurrently or commits by itself
	 */
	default boolean outsideTransaction() {
		return false;
	}

}
