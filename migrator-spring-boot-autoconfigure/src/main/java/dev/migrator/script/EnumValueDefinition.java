package dev.migrator.script;

import org.jspecify.annotations.Nullable;

/**
 * Where a new value of an enum type stands, and what its reverse has to know: the columns
 * of that type.
 */
public final class EnumValueDefinition extends EnumDefinition<EnumValueDefinition> {

	private @Nullable String before;

	private @Nullable String after;

	private boolean ifNotExists;

	EnumValueDefinition() {
	}

	/**
	 * Puts it before another one.
	 * @param value the other one
	 * @return this
	 */
	public EnumValueDefinition before(String value) {
		open();
		this.before = value;
		return this;
	}

	/**
	 * Puts it behind another one.
	 * @param value the other one
	 * @return this
	 */
	public EnumValueDefinition after(String value) {
		open();
		this.after = value;
		return this;
	}

	/**
	 * Does nothing if the enum has it. Irreversible: nobody knows who added it.
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
