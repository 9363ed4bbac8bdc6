package dev.migrator.script;

/**
 * A revision written in Java. Its methods are called to <em>record</em> the operations of
 * the revision, before anything runs and possibly without a database. They must not
 * access a database. Code that needs live data belongs in
 * {@link Operations#data(String, DataChange)}.
 * <p>
 * An implementation is annotated with {@link RevisionScript @RevisionScript}. Spring
 * creates it lazily, and only if it is part of a plan. Beans that do not need the
 * database can be injected.
 */
public interface JavaRevision {

	/**
	 * Records the operations that apply this revision.
	 * @param op the recorder of the operations
	 */
	void upgrade(Operations op);

	/**
	 * Records the operations that undo this revision. The default is the reverse of
	 * {@link #upgrade}. A revision with an operation that has no reverse is irreversible.
	 * A downgrade that includes it is refused before anything runs.
	 * @param op the recorder of the operations
	 */
	default void downgrade(Operations op) {
		op.reverse(this::upgrade);
	}

}
