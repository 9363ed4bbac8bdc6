package dev.migrator.script;

import java.util.List;

/**
 * The old values of an enum type.
 */
public final class EnumValues extends Definition {

	private List<String> values = List.of();

	EnumValues() {
	}

	/**
	 * Sets the old values.
	 * @param values its values, in their order
	 * @return this
	 */
	public EnumValues values(String... values) {
		open();
		this.values = List.of(values);
		return this;
	}

	List<String> build() {
		return this.values;
	}

}
