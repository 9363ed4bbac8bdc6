package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.IndexValidity;
import dev.migrator.internal.autogenerate.situation.Rewrites;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.Setting;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.IndexDirective.RebuildIndex;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Finds changes for which PostgreSQL builds INVALID indexes again, because it rewrites
 * their table or changes one of their columns. Equal rows that prevented the first build
 * of a unique index prevent this too. An index that is built then need not be built again
 * afterwards.
 */
public final class RebuiltIndexes {

	/** The invalid indexes, by their setting. */
	private final Map<ObjectId, KeyObject> invalid = new HashMap<>();

	private final Set<ObjectId> built = new HashSet<>();

	/**
	 * Knows the indexes of a schema.
	 * @param before what the database has
	 */
	public RebuiltIndexes(SchemaObjects before) {
		for (SettingObject setting : before.all(SettingObject.class)) {
			ObjectId id = setting.key();
			if (SettingRule.isInvalid(setting) && id != null && before.get(id) instanceof KeyObject key) {
				this.invalid.put(setting.id(), key);
			}
		}
	}

	/**
	 * Returns the changes without those that would build an index a second time.
	 * @param changes in the order in which they run
	 * @return the changes
	 */
	public List<Change> in(List<Change> changes) {
		if (this.invalid.isEmpty()) {
			return changes;
		}
		List<Change> found = new ArrayList<>();
		for (Change change : changes) {
			ObjectId rebuilt = rebuilt(change.operation());
			if (rebuilt == null || !this.built.contains(rebuilt)) {
				found.add(of(change, changes));
			}
		}
		return found;
	}

	private static @Nullable ObjectId rebuilt(Operation operation) {
		return (operation instanceof RebuildIndex rebuild) ? Setting.ofInvalid(rebuild.index()).id() : null;
	}

	private Change of(Change change, List<Change> changes) {
		Set<ObjectId> removed = change.operation().effects().removes();
		this.invalid.entrySet()
			.removeIf((index) -> removed.contains(index.getKey()) || removed.contains(index.getValue().id()));
		List<Map.Entry<ObjectId, KeyObject>> rebuilt = this.invalid.entrySet()
			.stream()
			.filter((index) -> rebuilds(change.operation(), index.getValue()))
			.sorted(Comparator.comparing((Map.Entry<ObjectId, KeyObject> index) -> index.getValue().id().name())
				.reversed())
			.toList();
		Change said = change;
		for (Map.Entry<ObjectId, KeyObject> index : rebuilt) {
			KeyObject key = index.getValue();
			said = IndexValidity.isUnique(key)
					? said.toBuilder().firstRemark(IndexValidity.rebuiltWithTable(key)).build() : said;
			said = isWanted(index.getKey(), changes) ? withDetected(said, key) : said;
			this.built.add(index.getKey());
			this.invalid.remove(index.getKey());
		}
		return said;
	}

	private static boolean isWanted(ObjectId index, List<Change> changes) {
		return changes.stream().anyMatch((change) -> index.equals(rebuilt(change.operation())));
	}

	/**
	 * Adds the log line of the change that would build it later.
	 */
	private static Change withDetected(Change change, KeyObject key) {
		String line = IndexValidity.detected(key);
		return change.toBuilder()
			.detected((change.detected() != null)
					? change.detected() + "; " + line.replaceFirst("^Detected", "detected") : line)
			.build();
	}

	private static boolean rebuilds(Operation operation, KeyObject key) {
		if (operation instanceof AlterColumnType change && change.column().table().equals(key.table())
				&& (change.was() == null || isOver(key, change.column().column()))) {
			return true;
		}
		return Rewrites.of(operation).contains(key.table());
	}

	private static boolean isOver(KeyObject key, String column) {
		return ExpressionColumns.isOver(key.what(), Set.of(column));
	}

}
