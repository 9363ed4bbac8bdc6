package dev.migrator.script;

/**
 * A revision written in Java. Its methods are called to <em>record</em> what the revision
 * does, before anything runs and possibly without a database: they must not touch one
 * themselves. Code that has to see live data goes into
 * {@link Operations#data(String, DataChange)}.
 * <p>
 * An implementation carries {@link RevisionScript @RevisionScript}. It is created lazily
 * by Spring, and only if it is part of a plan; it may have beans injected that do not
 * need the database.
 */
public interface JavaRevision {

	/**
	 * Records what applying this revision does.
	 * @param op where to record it
	 */
	void upgrade(Operations op);

	/**
	 * Records what undoing this revision does: the reverse of {@link #upgrade} unless
	 * overridden. A revision with an operation that has no reverse is irreversible, and a
	 * downgrade over it is refused before anything runs.
	 * @param op where to record it
	 */
	default void downgrade(Operations op) {
		op.reverse(this::upgrade);
	}

}
