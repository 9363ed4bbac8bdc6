package dev.migrator.script;

/**
 * How something is dropped. What was there is said another way:
 * {@code op.reverse((was) -> was.createTable(...))}.
 */
public class DropOptions extends Definition {

	private boolean ifExists;

	private boolean cascade;

	DropOptions() {
	}

	/**
	 * Does nothing if it is not there. Irreversible: nobody knows whether it was.
	 * @return this
	 */
	public DropOptions ifExists() {
		open();
		this.ifExists = true;
		return this;
	}

	/**
	 * Drops what depends on it too. Irreversible: nobody knows what that is.
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
