package dev.migrator.schema.element;

import java.util.List;

/**
 * What PostgreSQL makes the name of a constraint or an index of that has none.
 *
 * @param parts what stands behind the name of the table
 * @param label what stands at the end: {@code pkey}
 */
public record UnchosenName(List<IndexKey> parts, String label) {

	public UnchosenName {
		parts = List.copyOf(parts);
	}

	/**
	 * Of columns.
	 * @param columns their names
	 * @param label what stands at the end
	 * @return the name
	 */
	static UnchosenName ofColumns(List<String> columns, String label) {
		return new UnchosenName(columns.stream().map(IndexKey::column).toList(), label);
	}

}
