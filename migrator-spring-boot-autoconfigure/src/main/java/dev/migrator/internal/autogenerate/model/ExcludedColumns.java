package dev.migrator.internal.autogenerate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.DetailObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;

/**
 * Leaves columns out of the comparison: the model has them exactly as the database does.
 */
public final class ExcludedColumns {

	private final SchemaObjects real;

	private final WantedModel model;

	private final ComparisonSettings settings;

	private final List<Table> changed = new ArrayList<>();

	private final List<DetailObject> details = new ArrayList<>();

	private ExcludedColumns(SchemaObjects real, WantedModel model, ComparisonSettings settings) {
		this.real = real;
		this.model = model;
		this.settings = settings;
	}

	/**
	 * Returns the model with the excluded columns of the database.
	 * @param real the schema of the database after all renames
	 * @param model the wanted schema
	 * @param settings which columns are excluded
	 */
	public static WantedModel leftOut(SchemaObjects real, WantedModel model, ComparisonSettings settings) {
		return settings.excludesColumns() ? new ExcludedColumns(real, model, settings).leftOut() : model;
	}

	private WantedModel leftOut() {
		this.model.schema().tables().forEach(this::leaveOut);
		if (this.changed.isEmpty()) {
			return this.model;
		}
		SchemaObjects others = SchemaObjects.of(this.changed, List.of(), List.of(), this.details);
		return this.model.toBuilder().schema(this.model.schema().saidAs(others)).build();
	}

	private void leaveOut(Table table) {
		List<Column> there = this.real.table(table.name())
			.stream()
			.flatMap((real) -> excluded(real.name(), real.columns()))
			.toList();
		Set<String> gone = excluded(table.name(), table.columns()).map(Column::name).collect(Collectors.toSet());
		if (there.isEmpty() && gone.isEmpty()) {
			return;
		}
		List<Column> columns = new ArrayList<>(table.columns());
		columns.removeIf((column) -> gone.contains(column.name()));
		columns.addAll(there);
		there.forEach((column) -> gone.remove(column.name()));
		this.changed.add(new Table(table.name(), columns,
				table.constraints().stream().filter((it) -> !ExpressionColumns.isOver(it, gone)).toList(),
				table.indexes().stream().filter((it) -> !ExpressionColumns.isOver(it, gone)).toList(), table.unlogged(),
				table.partitionBy(), table.comment()));
		Set<ObjectId> kept = there.stream()
			.map((column) -> ObjectId.column(table.name(), column.name()))
			.collect(Collectors.toSet());
		this.real.family(ObjectId.table(table.name()))
			.stream()
			.filter((object) -> object instanceof DetailObject && kept.contains(object.parent()))
			.forEach((object) -> this.details.add((DetailObject) object));
	}

	private Stream<Column> excluded(ObjectName table, List<Column> columns) {
		return columns.stream().filter((column) -> this.settings.excludes(new ColumnName(table, column.name())));
	}

}
