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
	 * Runs SQL as it is written, and says what undoes it.
	 * @param sql the SQL
	 * @param undo the SQL that undoes it
	 */
	void execute(String sql, String undo);

	/**
	 * Runs code over live data, in one transaction with the record of it: that of the
	 * revision, or in a revision without a transaction one of its own. It cannot commit.
	 * Irreversible.
	 * @param why what the code is for, in a few words
	 * @param change the code
	 */
	void data(String why, DataChange change);

	/**
	 * Runs code over live data that can be undone, like
	 * {@link #data(String, DataChange)}.
	 * @param why what the code is for, in a few words
	 * @param change the code
	 * @param undo the code that undoes it
	 */
	void data(String why, DataChange change, DataChange undo);

	/**
	 * Runs code over live data each of whose statements is committed by itself, or that
	 * begins and commits transactions of its own: for a table too large to be changed at
	 * once. <b>It may run twice</b>: when the process dies in it, or before it is
	 * recorded as done, the next start runs it again from its beginning. So it has to
	 * find out by itself what is left to do. Only in a revision without a transaction.
	 * Irreversible.
	 * @param why what the code is for, in a few words
	 * @param change the code
	 */
	void dataWithAutocommit(String why, DataChange change);

	/**
	 * Runs code like {@link #dataWithAutocommit(String, DataChange)} that can be undone.
	 * @param why what the code is for, in a few words
	 * @param change the code
	 * @param undo the code that undoes it, which may run twice too
	 */
	void dataWithAutocommit(String why, DataChange change, DataChange undo);

	/**
	 * Does nothing, and says why: that something is left as it is is meant.
	 * @param why why nothing has to be undone
	 */
	void nothingToUndo(String why);

	/**
	 * Records the reverse of what {@code recorded} records, last operation first. So
	 * something is dropped of which it is known what it was, and which comes back in a
	 * downgrade: {@code op.reverse((was) -> was.createIndex("ix_a", "users", "name"))}.
	 * @param recorded operations: what was there, in the words that create it; or
	 * {@code this::upgrade}
	 * @throws IrreversibleOperationException if one of them has no reverse
	 */
	void reverse(Consumer<Operations> recorded);

}
