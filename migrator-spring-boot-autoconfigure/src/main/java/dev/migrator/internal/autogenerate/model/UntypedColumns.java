package dev.migrator.internal.autogenerate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;

/**
 * The columns of a model whose type is not known. They get the type of the database.
 * Those that the database does not have are left out, with all keys over them.
 */
public final class UntypedColumns {

	private final SchemaObjects real;

	private final WantedModel model;

	private final List<String> leftOut;

	private UntypedColumns(SchemaObjects real, WantedModel model) {
		this.real = real;
		this.model = model;
		this.leftOut = new ArrayList<>(model.leftOut());
	}

	/**
	 * Returns the model with types for all of its columns.
	 * @param real the schema of the database after all renames
	 * @param model the wanted schema
	 */
	public static WantedModel typed(SchemaObjects real, WantedModel model) {
		return model.untyped().isEmpty() ? model : new UntypedColumns(real, model).typed();
	}

	private WantedModel typed() {
		SchemaObjects schema = this.model.schema();
		for (Map.Entry<ColumnName, String> untyped : this.model.untyped().entrySet()) {
			Optional<Table> table = schema.table(untyped.getKey().table());
			if (table.isPresent()) {
				schema = schema.with(SchemaObjects.of(List.of(typed(table.get(), untyped.getKey(), untyped.getValue())),
						List.of(), List.of()));
			}
		}
		return this.model.with(schema, this.leftOut).typed();
	}

	private Table typed(Table table, ColumnName untyped, String why) {
		Optional<Column> there = there(table.name(), untyped.column());
		if (there.isEmpty()) {
			this.leftOut.add("the column %s.%s, which the database does not have: %s".formatted(table.name(),
					untyped.column(), why));
			return without(table, Set.of(untyped.column()));
		}
		this.leftOut.add("the type of the column %s.%s: %s".formatted(table.name(), untyped.column(), why));
		List<Column> columns = table.columns()
			.stream()
			.map((column) -> column.name().equals(untyped.column()) ? like(column, there.get()) : column)
			.toList();
		return new Table(table.name(), columns, table.constraints(), table.indexes(), table.unlogged(),
				table.partitionBy(), table.comment());
	}

	private Optional<Column> there(ObjectName table, String column) {
		return this.real.table(table)
			.flatMap((real) -> real.columns().stream().filter((other) -> other.name().equals(column)).findFirst());
	}

	private static Column like(Column column, Column there) {
		return new Column(column.name(), there.type(), column.nullable(), column.defaultValue(), column.identity(),
				column.generated(), there.collation(), column.comment());
	}

	private static Table without(Table table, Set<String> column) {
		return new Table(table.name(), table.columns().stream().filter((it) -> !column.contains(it.name())).toList(),
				table.constraints().stream().filter((it) -> !ExpressionColumns.isOver(it, column)).toList(),
				table.indexes().stream().filter((it) -> !ExpressionColumns.isOver(it, column)).toList(),
				table.unlogged(), table.partitionBy(), table.comment());
	}

}
