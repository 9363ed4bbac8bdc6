package dev.migrator.autogenerate.comparison;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.rule.InvalidIndexes;
import dev.migrator.dialect.ExpressionColumns;
import dev.migrator.dialect.TypeConversion;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.ChangeSetting;
import dev.migrator.operation.ChangeType;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RebuildEnum;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.object.KeyObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObjects;
import dev.migrator.schema.object.Setting;
import dev.migrator.schema.object.SettingObject;

/**
 * Says where PostgreSQL builds unique indexes again that are INVALID, because it writes
 * their table anew or changes a column of theirs: equal rows that kept them from being
 * built keep that from happening too.
 */
final class RebuiltIndexes {

	private final Map<ObjectId, KeyObject> invalid = new HashMap<>();

	RebuiltIndexes(SchemaObjects before) {
		for (SettingObject setting : before.all(SettingObject.class)) {
			ObjectId id = setting.key();
			if (setting.setting().kind() == Setting.Kind.INVALID && id != null
					&& before.get(id) instanceof KeyObject key && InvalidIndexes.isUnique(key)) {
				this.invalid.put(key.id(), key);
			}
		}
	}

	/**
	 * The same changes.
	 * @param changes in the order in which they run
	 */
	List<Change> in(List<Change> changes) {
		return this.invalid.isEmpty() ? changes : changes.stream().map(this::of).toList();
	}

	private Change of(Change change) {
		this.invalid.keySet().removeAll(change.operation().effects().removes());
		List<KeyObject> rebuilt = this.invalid.values()
			.stream()
			.filter((key) -> rebuilds(change.operation(), key))
			.sorted(Comparator.comparing((KeyObject key) -> key.id().name()).reversed())
			.toList();
		Change remarked = change;
		for (KeyObject key : rebuilt) {
			remarked = remarked.withFirstRemark(InvalidIndexes.rebuiltWithTable(key));
			this.invalid.remove(key.id());
		}
		return remarked;
	}

	private static boolean rebuilds(Operation operation, KeyObject key) {
		ObjectName table = key.table();
		if (operation instanceof ChangeType change) {
			return change.column().table().equals(table) && (isOver(key, change.column()) || change.was() == null
					|| new TypeConversion(change.was(), change.to()).rewrites());
		}
		if (operation instanceof AddColumn add) {
			return add.table().equals(table) && isComputed(add.column());
		}
		if (operation instanceof RebuildEnum rebuild) {
			return rebuild.columns().stream().anyMatch((column) -> column.column().table().equals(table));
		}
		return operation instanceof ChangeSetting change && change.setting().kind() == Setting.Kind.LOG
				&& change.setting().of().equals(ObjectId.table(table));
	}

	private static boolean isOver(KeyObject key, ColumnName column) {
		return ExpressionColumns.isOver(key.what(), Set.of(column.column()));
	}

	private static boolean isComputed(Column column) {
		return column.identity() != null || (column.generated() != null && column.generated().stored());
	}

}
