package dev.migrator.internal.autogenerate.revision;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the columns that were there: how they are called after some changes,
 * and which of them lose what they hold, as the changes say.
 */
final class Lineage {

	private final Map<ColumnName, ColumnName> now = new LinkedHashMap<>();

	private final Set<ColumnName> lost = new HashSet<>();

	private final Set<ObjectId> lostObjects = new HashSet<>();

	private final Set<ObjectId> moved = new HashSet<>();

	private boolean renamesValues;

	private final @Nullable String defaultSchema;

	/**
	 * @param before what was there
	 * @param defaultSchema the schema that unqualified names mean: what moves has one
	 */
	Lineage(SchemaObjects before, @Nullable String defaultSchema) {
		this.defaultSchema = defaultSchema;
		for (Table table : before.tables()) {
			table.columns()
				.stream()
				.map((column) -> new ColumnName(table.name(), column.name()))
				.forEach((column) -> this.now.put(column, column));
		}
	}

	void follow(Change change) {
		this.renamesValues |= change.operation() instanceof RenameEnumValue;
		Set<ObjectId> removes = change.operation().effects().removes();
		if (change.operation() instanceof ExecuteSql execute) {
			execute.effects().makes().stream().filter(removes::contains).forEach(this.moved::add);
		}
		if (change.destructive()) {
			this.lostObjects.addAll(removes);
			this.now.forEach((was, column) -> {
				if (removes.contains(ObjectId.column(column)) || removes.contains(ObjectId.table(column.table()))) {
					this.lost.add(was);
				}
			});
		}
		else if (change.operation().effects().isRename() && removes.size() == 1) {
			ObjectId from = removes.iterator().next();
			ObjectId to = change.operation().effects().makes().iterator().next();
			if (from.kind() == ObjectId.Kind.TABLE) {
				ObjectName table = known(from.objectName());
				this.now.replaceAll((was, column) -> column.table().equals(table)
						? new ColumnName(known(to.objectName()), column.column()) : column);
			}
			else if (from.kind() == ObjectId.Kind.COLUMN) {
				this.now.replaceAll((was, column) -> ObjectId.column(column).equals(from) ? to.columnName() : column);
			}
		}
	}

	private ObjectName known(ObjectName table) {
		return (table.schema() != null && table.schema().equals(this.defaultSchema))
				? new ObjectName(null, table.name()) : table;
	}

	/**
	 * Whether values of enum types got other names.
	 */
	boolean renamesValues() {
		return this.renamesValues;
	}

	/**
	 * Whether an object goes as a change says, by the name it has then.
	 */
	boolean isLost(ObjectId id) {
		return this.lostObjects.contains(id);
	}

	/**
	 * Whether a sequence, or a row in which an application counts, is let go on further
	 * than it was, where a change says so.
	 */
	boolean isMoved(ObjectId id) {
		return this.moved.contains(id);
	}

	/**
	 * By column that was there, how it is called, unless it is gone as a change says.
	 */
	Map<ColumnName, ColumnName> kept() {
		Map<ColumnName, ColumnName> kept = new LinkedHashMap<>(this.now);
		kept.keySet().removeAll(this.lost);
		return kept;
	}

}
