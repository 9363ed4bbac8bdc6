package dev.migrator.autogenerate.convention;

import java.util.List;

/**
 * The kinds of objects that get a name by convention if the model does not name them.
 */
public enum NamedKind {

	PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, INDEX;

	private static final List<String> OF_ALL = List.of("{table}", "{columns}", "{column}");

	private static final List<String> OF_REFERENCES = List.of("{table}", "{columns}", "{column}", "{referenced-table}",
			"{referenced-columns}");

	/**
	 * Returns the placeholders that a pattern of this kind may have.
	 * @return the placeholders, with their braces
	 */
	public List<String> placeholders() {
		return (this == FOREIGN_KEY) ? OF_REFERENCES : OF_ALL;
	}

}
