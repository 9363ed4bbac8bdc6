package dev.migrator.schema;

import java.util.HashSet;
import java.util.List;

/**
 * Checks the columns of a constraint or a directive.
 */
public final class ColumnList {

	private ColumnList() {
	}

	public static List<String> check(String of, List<String> columns) {
		List<String> copy = List.copyOf(columns);
		copy.forEach((column) -> NameRule.check("column", column));
		if (copy.isEmpty()) {
			throw new InvalidDefinitionException("The %s has no columns.".formatted(of), "Give at least one.");
		}
		if (new HashSet<>(copy).size() < copy.size()) {
			throw new InvalidDefinitionException("The %s has a column twice: %s.".formatted(of, copy),
					"Give each once.");
		}
		return copy;
	}

}
