package dev.migrator.internal.autogenerate.revision;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.EnumDirective.RenameEnumValue;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Follows the existing columns through changes: the names that they have after some
 * changes, and those that lose their values according to the changes.
 */
final class Lineage {

	private final Map<ColumnName, ColumnName> now = new LinkedHashMap<>();

	private final Set<ColumnName> lost = new HashSet<>();

	private final Set<ObjectId> lostObjects = new HashSet<>();

	private final Set<ObjectId> moved = new HashSet<>();

	private boolean renamesValues;

	private final @Nullable String defaultSchema;

	/**
	 * @param before the schema before the changes
	 * @param defaultSchema the schema of unqualified names; an object that moves has one
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
	 * Returns whether values of enum types get other names.
	 */
	boolean renamesValues() {
		return this.renamesValues;
	}

	/**
	 * Returns whether a change declares that it drops an object, by the name that the
	 * object has then.
	 */
	boolean isLost(ObjectId id) {
		return this.lostObjects.contains(id);
	}

	/**
	 * Returns whether a change declares that it advances a sequence, or a row in which an
	 * application counts.
	 */
	boolean isMoved(ObjectId id) {
		return this.moved.contains(id);
	}

	/**
	 * Returns the present name of each column that existed, unless a change declares that
	 * it drops the column.
	 */
	Map<ColumnName, ColumnName> kept() {
		Map<ColumnName, ColumnName> kept = new LinkedHashMap<>(this.now);
		kept.keySet().removeAll(this.lost);
		return kept;
	}

}
