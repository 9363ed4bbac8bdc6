package dev.migrator.script;

import org.jspecify.annotations.Nullable;

/**
 * Defines a named part of a table. Without a given name it gets a default name.
 *
 * @param <S> the definition itself
 */
public abstract class NamedDefinition<S extends NamedDefinition<S>> extends Definition {

	private @Nullable String name;

	NamedDefinition(Scope scope) {
		super(scope);
	}

	/**
	 * Sets the name, instead of the name that PostgreSQL would choose.
	 * @param name the name
	 * @return this
	 */
	public S named(String name) {
		open();
		this.name = name;
		return self();
	}

	abstract S self();

	final String nameOr(String defaultName) {
		return (this.name != null) ? this.name : defaultName;
	}

}
