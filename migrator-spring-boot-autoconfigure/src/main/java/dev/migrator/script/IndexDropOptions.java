package dev.migrator.script;

/**
 * The options of a drop of an index.
 */
public final class IndexDropOptions extends DropOptions {

	private boolean concurrently;

	IndexDropOptions() {
	}

	/**
	 * Drops it concurrently, without blocking writes. Only in a revision with
	 * {@code transactional = false}.
	 * @return this
	 */
	public IndexDropOptions concurrently() {
		open();
		this.concurrently = true;
		return this;
	}

	@Override
	public IndexDropOptions ifExists() {
		super.ifExists();
		return this;
	}

	@Override
	public IndexDropOptions cascade() {
		super.cascade();
		return this;
	}

	boolean isConcurrently() {
		return this.concurrently;
	}

}
