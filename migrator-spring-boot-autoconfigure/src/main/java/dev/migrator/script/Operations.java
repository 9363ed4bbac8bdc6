package dev.migrator.script;

import java.util.function.Consumer;

/**
 * What a {@link JavaRevision} can do. Nothing runs when a method is called: the
 * operations are recorded in their order, and run, printed or reversed later.
 * <p>
 * Names are taken as they are, capitals included, and are quoted where PostgreSQL needs
 * it. A name is {@code name} or {@code schema.name}; a part with a dot in it stands in
 * double quotes. What is said in SQL (a condition, a default, a query) is the author's;
 * values are escaped.
 */
public interface Operations
		extends TableOperations, ColumnOperations, ConstraintOperations, IndexOperations, EnumOperations,
		SequenceOperations, SchemaOperations, ViewOperations, RoutineOperations, GrantOperations, DataOperations {

	/**
	 * Runs SQL as it is written: one statement or several, separated by semicolons.
	 * Irreversible.
	 * @param sql the SQL
	 */
	void execute(String sql);

	/**
	 * Runs SQL as it is written, and says what undoes it.
	 * @param sql the SQL
	 * @param undo the SQL that undoes it
	 */
	void execute(String sql, String undo);

	/**
	 * Runs code over live data. Irreversible.
	 * @param why what the code is for, in a few words
	 * @param change the code
	 */
	void data(String why, DataChange change);

	/**
	 * Runs code over live data that can be undone.
	 * @param why what the code is for, in a few words
	 * @param change the code
	 * @param undo the code that undoes it
	 */
	void data(String why, DataChange change, DataChange undo);

	/**
	 * Records the reverse of what {@code recorded} records, last operation first.
	 * @param recorded operations, usually {@code this::upgrade}
	 * @throws IrreversibleOperationException if one of them has no reverse
	 */
	void reverse(Consumer<Operations> recorded);

}
