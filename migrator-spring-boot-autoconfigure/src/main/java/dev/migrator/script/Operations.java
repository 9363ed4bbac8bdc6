package dev.migrator.script;

import java.util.function.Consumer;

/**
 * The directives of a {@link JavaRevision}. A call runs nothing: the operations are
 * recorded in their order, and run, printed or reversed later.
 * <p>
 * Names are used as they are written, including upper case, and are quoted if PostgreSQL
 * needs it. A name is {@code name} or {@code schema.name}; a part that contains a dot is
 * written in double quotes. SQL arguments (a condition, a default, a query) are used as
 * they are; values are escaped.
 */
public interface Operations extends TableOperations, ColumnOperations, ConstraintOperations, IndexOperations,
		EnumOperations, DomainOperations, SequenceOperations, SchemaOperations, ViewOperations, RoutineOperations,
		GrantOperations, DataOperations {

	/**
	 * Runs SQL as it is written: one statement or several, separated by semicolons.
	 * Irreversible.
	 * @param sql the SQL
	 */
	void execute(String sql);

	/**
	 * Runs SQL as it is written, with the SQL that undoes it.
	 * @param sql the SQL
	 * @param undo the SQL that undoes it
	 */
	void execute(String sql, String undo);

	/**
	 * Runs code on live data, in one transaction with its history entry: the transaction
	 * of the revision, or a separate one in a revision without a transaction. The code
	 * cannot commit. Irreversible.
	 * @param why the purpose of the code, in a few words
	 * @param change the code
	 */
	void data(String why, DataChange change);

	/**
	 * Runs code on live data, like {@link #data(String, DataChange)}, with the code that
	 * undoes it.
	 * @param why the purpose of the code, in a few words
	 * @param change the code
	 * @param undo the code that undoes it
	 */
	void data(String why, DataChange change, DataChange undo);

	/**
	 * Runs code on live data and commits each of its statements separately. The code may
	 * also begin and commit its own transactions. Use it for a table that is too large to
	 * be changed at once. <b>The code may run twice</b>: if the process dies before the
	 * code is recorded as done, the next start runs it again from its beginning. So the
	 * code must find out what is left to do. Only in a revision without a transaction.
	 * Irreversible.
	 * @param why the purpose of the code, in a few words
	 * @param change the code
	 */
	void dataWithAutocommit(String why, DataChange change);

	/**
	 * Runs code like {@link #dataWithAutocommit(String, DataChange)}, with the code that
	 * undoes it.
	 * @param why the purpose of the code, in a few words
	 * @param change the code
	 * @param undo the code that undoes it, which may run twice too
	 */
	void dataWithAutocommit(String why, DataChange change, DataChange undo);

	/**
	 * Does nothing, and documents why: the empty downgrade is intended.
	 * @param why the reason why nothing needs to be undone
	 */
	void nothingToUndo(String why);

	/**
	 * Records the reverse of the given operations, the last one first. Use it to drop an
	 * object in a way that a downgrade can create it again:
	 * {@code op.reverse((was) -> was.createIndex("ix_a", "users", "name"))}.
	 * @param recorded the operations that create the dropped objects, or
	 * {@code this::upgrade}
	 * @throws IrreversibleOperationException if one of them has no reverse
	 */
	void reverse(Consumer<Operations> recorded);

}
