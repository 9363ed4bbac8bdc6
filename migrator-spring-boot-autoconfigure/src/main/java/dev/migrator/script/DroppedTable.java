package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * How a table is dropped.
 */
public final class DroppedTable extends DropDefinition<DroppedTable> {

	private final ObjectName name;

	private @Nullable Table was;

	DroppedTable(ObjectName name) {
		this.name = name;
	}

	/**
	 * Says what the table was, so that its dropping can be reversed.
	 * @param table says what it was, as {@code createTable} does
	 * @return this
	 */
	public DroppedTable was(Consumer<TableDefinition> table) {
		open();
		this.was = Definition.complete(new TableDefinition(this.name), table).build();
		return this;
	}

	@Nullable Table before() {
		return this.was;
	}

	@Override
	DroppedTable self() {
		return this;
	}

}
