package dev.migrator.autogenerate.rule;

import java.util.List;

import dev.migrator.autogenerate.Change;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropTable;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.TableObject;

/**
 * Creates and drops tables as such.
 */
final class TableRule implements Rule<TableObject> {

	@Override
	public List<Proposed> create(TableObject table, Situation situation) {
		return List.of(Proposed.of(table, new CreateTable(empty(table), false),
				"Detected added table '%s'".formatted(table.name())));
	}

	@Override
	public List<Proposed> drop(TableObject table, Situation situation) {
		return List.of(Proposed.of(table,
				Change
					.of(new DropTable(table.name(), empty(table), false, false),
							"Detected removed table '%s'".formatted(table.name()))
					.withLoss("drops the table %s with its rows".formatted(table.name()))));
	}

	private static Table empty(TableObject table) {
		return new Table(table.name(), List.of(), List.of(), List.of(), table.unlogged(), table.partitionBy(), null);
	}

}
