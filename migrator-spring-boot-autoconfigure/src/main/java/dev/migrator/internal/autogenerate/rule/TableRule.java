package dev.migrator.internal.autogenerate.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.operation.Operation;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.operation.TableDirective.DropTable;
import dev.migrator.schema.element.Table;

/**
 * Creates and drops tables, without their parts.
 */
final class TableRule implements Rule<TableObject> {

	/**
	 * Two tables are alike if they have the same columns.
	 */
	@Override
	public Optional<Object> likeness(TableObject table, SchemaObjects side) {
		return Optional.of(side.partsOf(table.id(), ColumnObject.class)
			.stream()
			.collect(Collectors.toMap((column) -> column.id().name(), ColumnObject::type)));
	}

	@Override
	public List<UnorderedChange> create(TableObject table, Situation situation) {
		return List.of(UnorderedChange.of(table, new CreateTable(empty(table), false),
				"Detected added table '%s'".formatted(table.name())));
	}

	@Override
	public List<UnorderedChange> drop(TableObject table, Situation situation) {
		String rows = situation.sourceChanges().rowsBack(table);
		Operation drop = new DropTable(table.name(), empty(table), false, false);
		return List.of(UnorderedChange.of(table,
				Change.builder(drop)
					.detected("Detected removed table '%s'".formatted(table.name()))
					.loss(drop.loss())
					.undoRemark(rows)
					.undoRemarkBehind(rows != null)
					.build()));
	}

	private static Table empty(TableObject table) {
		return new Table(table.name(), List.of(), List.of(), List.of(), table.unlogged(), table.partitionBy(), null);
	}

}
