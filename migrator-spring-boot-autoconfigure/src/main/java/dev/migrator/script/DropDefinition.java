package dev.migrator.script;

/**
 * How something is dropped.
 *
 * @param <S> the definition itself
 */
public abstract class DropDefinition<S extends DropDefinition<S>> extends Definition {

	private boolean ifExists;

	private boolean cascade;

	DropDefinition() {
	}

	/**
	 * Does nothing if it is not there. Irreversible: nobody knows whether it was.
	 * @return this
	 */
	public S ifExists() {
		open();
		this.ifExists = true;
		return self();
	}

	/**
	 * Drops what depends on it too. Irreversible: nobody knows what that is.
	 * @return this
	 */
	public S cascade() {
		open();
		this.cascade = true;
		return self();
	}

	abstract S self();

	final boolean isIfExists() {
		return this.ifExists;
	}

	final boolean isCascade() {
		return this.cascade;
	}

}
