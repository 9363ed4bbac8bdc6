package dev.migrator.operation;

/**
 * A change that is described by values instead of SQL. It has all the values that its SQL
 * needs, for running, printing and generating it. It reverses itself if it knows the
 * state before the change.
 */
public sealed interface Directive extends Operation permits TableDirective, ColumnDirective, ColumnValueDirective,
		ConstraintDirective, IndexDirective, ViewDirective, SequenceDirective, EnumDirective, DomainDirective,
		RoutineDirective, TriggerDirective, SchemaDirective, ExtensionDirective, RightDirective, RowDirective,
		ObjectDirective, AlterSetting, NothingToUndo, CustomOperation {

	/**
	 * Returns how to write it so that it can be reversed.
	 * @return a sentence without its full stop, or an empty text if nothing helps
	 */
	default String toBeReversible() {
		return "";
	}

	/**
	 * Returns whether PostgreSQL runs it outside of transactions only.
	 * @return {@code true} for a directive that runs concurrently or commits its own
	 * transactions
	 */
	default boolean outsideTransaction() {
		return false;
	}

}
