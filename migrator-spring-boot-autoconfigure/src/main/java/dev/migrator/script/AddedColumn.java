package dev.migrator.script;

import java.util.stream.Stream;

import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.schema.ObjectName;

/**
 * Adds the constraints of a column that is not created with its table.
 */
final class AddedColumn {

	private AddedColumn() {
	}

	static Stream<AddConstraint> constraints(ColumnDefinition column) {
		ObjectName table = column.table();
		return Stream
			.of(column.primaryKeys().stream().map((key) -> new AddConstraint(table, key.build(), false)),
					column.uniques().stream().map((unique) -> new AddConstraint(table, unique.build(), false)),
					column.checks().stream().map((check) -> new AddConstraint(table, check.build(), false)),
					column.foreignKeys().stream().map((key) -> new AddConstraint(table, key.build(), false)))
			.flatMap((each) -> each);
	}

}
