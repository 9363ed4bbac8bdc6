package dev.migrator.script;

/**
 * The options of a drop. To make a drop reversible, do not use these options, but
 * {@code op.reverse((was) -> was.createTable(...))}.
 */
public class DropOptions extends Definition {

	private boolean ifExists;

	private boolean cascade;

	DropOptions() {
	}

	/**
	 * Does nothing if it does not exist. Irreversible, because it is unknown whether it
	 * existed.
	 * @return this
	 */
	public DropOptions ifExists() {
		open();
		this.ifExists = true;
		return this;
	}

	/**
	 * Drops the objects that depend on it too. Irreversible, because these objects are
	 * unknown.
	 * @return this
	 */
	public DropOptions cascade() {
		open();
		this.cascade = true;
		return this;
	}

	final boolean isIfExists() {
		return this.ifExists;
	}

	final boolean isCascade() {
		return this.cascade;
	}

}
