package dev.migrator.schema;

import java.util.List;

/**
 * A primary key.
 *
 * @param name its name
 * @param columns its columns
 * @param include columns that its index carries along
 * @param deferral when it is checked
 */
public record PrimaryKey(String name, List<String> columns, List<String> include,
		Deferral deferral) implements Constraint {

	public PrimaryKey {
		NameRule.check("primary key", name);
		columns = ColumnList.check("primary key " + name, columns);
		include = List.copyOf(include);
	}

}
