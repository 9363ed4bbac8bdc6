package dev.migrator.schema;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name its name
 * @param columns its columns
 * @param table the table that it references
 * @param referenced the columns there, in the same order
 * @param onDelete what happens to a row when the one it references is deleted
 * @param onUpdate what happens when the key it references changes
 * @param matchFull whether all of its columns are NULL or none is; otherwise one NULL is
 * enough to reference nothing
 * @param deferral when it is checked
 */
public record ForeignKey(String name, List<String> columns, ObjectName table, List<String> referenced,
		ReferentialAction onDelete, ReferentialAction onUpdate, boolean matchFull,
		Deferral deferral) implements Constraint {

	public ForeignKey {
		NameRule.check("foreign key", name);
		columns = ColumnList.check("foreign key " + name, columns);
		referenced = ColumnList.check("foreign key " + name, referenced);
		if (columns.size() != referenced.size()) {
			throw new InvalidDefinitionException("The foreign key %s has %s columns and references %s.".formatted(name,
					columns.size(), referenced.size()), "Name as many on both sides.");
		}
	}

}
