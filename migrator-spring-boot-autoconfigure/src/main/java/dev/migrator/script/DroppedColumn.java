package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.schema.Column;
import dev.migrator.schema.DataType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * How a column is dropped.
 */
public final class DroppedColumn extends DropDefinition<DroppedColumn> {

	private final ObjectName table;

	private final String name;

	private @Nullable Column was;

	DroppedColumn(ObjectName table, String name) {
		this.table = table;
		this.name = name;
	}

	/**
	 * Says what the column was, so that its dropping can be reversed. Its values are
	 * gone.
	 * @param type its type
	 * @return this
	 */
	public DroppedColumn was(DataType type) {
		return was(type, (column) -> {
		});
	}

	/**
	 * Says what the column was, so that its dropping can be reversed. Its values are
	 * gone.
	 * @param type its type
	 * @param column says more of it; constraints and indexes of it are dropped by
	 * directives of their own
	 * @return this
	 */
	public DroppedColumn was(DataType type, Consumer<ColumnDefinition> column) {
		open();
		ColumnDefinition definition = Definition
			.complete(new ColumnDefinition(new Scope(), this.table, this.name, type), column);
		if (AddedColumn.constraints(definition).findAny().isPresent()) {
			throw new InvalidDefinitionException(
					"The column %s of %s is dropped with a constraint.".formatted(this.name, this.table),
					"Drop the constraint before it: dropConstraint(\"table\", \"name\", (d) -> d.was...).");
		}
		this.was = definition.build();
		return this;
	}

	@Nullable Column before() {
		return this.was;
	}

	@Override
	DroppedColumn self() {
		return this;
	}

}
