package dev.migrator.script;

/**
 * How an index is dropped.
 */
public final class IndexDrop extends Drop {

	private boolean concurrently;

	IndexDrop() {
	}

	/**
	 * Drops it while others write. Only in a revision with {@code transactional = false}.
	 * @return this
	 */
	public IndexDrop concurrently() {
		open();
		this.concurrently = true;
		return this;
	}

	@Override
	public IndexDrop ifExists() {
		super.ifExists();
		return this;
	}

	@Override
	public IndexDrop cascade() {
		super.cascade();
		return this;
	}

	boolean isConcurrently() {
		return this.concurrently;
	}

}
