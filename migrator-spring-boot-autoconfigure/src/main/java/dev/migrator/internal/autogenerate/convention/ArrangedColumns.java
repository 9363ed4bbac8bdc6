package dev.migrator.internal.autogenerate.convention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.convention.ColumnOrder;
import dev.migrator.internal.dialect.text.TypeAlignment;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.EnumObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;

/**
 * Puts the columns of the tables of a model in order.
 */
public final class ArrangedColumns {

	private final WantedModel model;

	private final ColumnOrder order;

	private ArrangedColumns(WantedModel model, ColumnOrder order) {
		this.model = model;
		this.order = order;
	}

	/**
	 * Returns the model with the columns of its tables in an order.
	 * @param model the model
	 * @param order the order
	 * @return the same model if all columns are in this order already
	 */
	public static WantedModel in(WantedModel model, ColumnOrder order) {
		return (order == ColumnOrder.MODEL) ? model : new ArrangedColumns(model, order).arranged();
	}

	private WantedModel arranged() {
		List<Table> changed = new ArrayList<>();
		for (Table table : this.model.schema().tables()) {
			List<Column> columns = new ArrayList<>(table.columns());
			columns.sort(order(table));
			if (!columns.equals(table.columns())) {
				changed.add(new Table(table.name(), columns, table.constraints(), table.indexes(), table.unlogged(),
						table.partitionBy(), table.comment()));
			}
		}
		if (changed.isEmpty()) {
			return this.model;
		}
		SchemaObjects arranged = SchemaObjects.of(changed, List.of(), List.of());
		return this.model.toBuilder().schema(this.model.schema().saidAs(arranged)).build();
	}

	private Comparator<Column> order(Table table) {
		List<String> declared = this.model.declared().getOrDefault(table.name(), List.of());
		Comparator<Column> byDeclaration = Comparator.comparingInt((column) -> {
			int position = declared.indexOf(column.name());
			return (position >= 0) ? position : declared.size();
		});
		return (this.order == ColumnOrder.ALIGNED)
				? Comparator.<Column, TypeAlignment>comparing((column) -> alignment(column.type()))
					.thenComparing(byDeclaration)
				: byDeclaration;
	}

	private TypeAlignment alignment(DataType type) {
		if (type instanceof NamedType named) {
			SchemaObject object = this.model.schema().get(ObjectId.type(named.name()));
			if (object instanceof EnumObject) {
				return TypeAlignment.OF_ENUM;
			}
			if (object instanceof DomainObject domain) {
				return alignment(domain.domain().type());
			}
		}
		return TypeAlignment.of(type);
	}

}
