package dev.migrator.script;

import org.jspecify.annotations.Nullable;

/**
 * Defines the place of a new value of an enum type, and the columns of the type, which
 * the reverse needs.
 */
public final class EnumValueDefinition extends EnumDefinition<EnumValueDefinition> {

	private @Nullable String before;

	private @Nullable String after;

	private boolean ifNotExists;

	EnumValueDefinition() {
	}

	/**
	 * Places it before another value.
	 * @param value the other value
	 * @return this
	 */
	public EnumValueDefinition before(String value) {
		open();
		this.before = value;
		return this;
	}

	/**
	 * Places it after another value.
	 * @param value the other value
	 * @return this
	 */
	public EnumValueDefinition after(String value) {
		open();
		this.after = value;
		return this;
	}

	/**
	 * Does nothing if the enum has the value. Irreversible, because it is unknown who
	 * added it.
	 * @return this
	 */
	public EnumValueDefinition ifNotExists() {
		open();
		this.ifNotExists = true;
		return this;
	}

	@Nullable String beforeValue() {
		return this.before;
	}

	@Nullable String afterValue() {
		return this.after;
	}

	boolean isIfNotExists() {
		return this.ifNotExists;
	}

	@Override
	EnumValueDefinition self() {
		return this;
	}

}
