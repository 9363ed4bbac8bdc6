package dev.migrator.script;

import java.util.List;

/**
 * Which values an enum type had.
 */
public final class EnumValues extends Definition {

	private List<String> values = List.of();

	EnumValues() {
	}

	/**
	 * Says which values it had.
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
