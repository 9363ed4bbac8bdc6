package dev.migrator.schema.element;

import java.util.List;

/**
 * The parts of the name that PostgreSQL chooses for a constraint or an index without a
 * name.
 *
 * @param parts the parts after the name of the table
 * @param label the end of the name: {@code pkey}
 */
public record UnchosenName(List<IndexKey> parts, String label) {

	public UnchosenName {
		parts = List.copyOf(parts);
	}

	/**
	 * Creates the name for columns.
	 * @param columns their names
	 * @param label the end of the name
	 * @return the name
	 */
	static UnchosenName ofColumns(List<String> columns, String label) {
		return new UnchosenName(columns.stream().map(IndexKey::column).toList(), label);
	}

}
