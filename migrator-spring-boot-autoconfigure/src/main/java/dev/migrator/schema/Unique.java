package dev.migrator.schema;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param name its name
 * @param columns its columns
 * @param include columns that its index carries along
 * @param nullsNotDistinct whether two NULLs are taken for equal, which PostgreSQL can
 * since 15
 * @param deferral when it is checked
 */
public record Unique(String name, List<String> columns, List<String> include, boolean nullsNotDistinct,
		Deferral deferral) implements Constraint {

	public Unique {
		NameRule.check("unique constraint", name);
		columns = ColumnList.check("unique constraint " + name, columns);
		include = List.copyOf(include);
	}

}
