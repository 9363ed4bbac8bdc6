package dev.migrator.script;

import org.jspecify.annotations.Nullable;

/**
 * Something of a table that has a name, whether it is said or not.
 *
 * @param <S> the definition itself
 */
public abstract class NamedDefinition<S extends NamedDefinition<S>> extends Definition {

	private @Nullable String name;

	NamedDefinition(Scope scope) {
		super(scope);
	}

	/**
	 * Gives it another name than PostgreSQL would.
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
