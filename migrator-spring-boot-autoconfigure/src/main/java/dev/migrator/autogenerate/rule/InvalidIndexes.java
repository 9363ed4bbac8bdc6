package dev.migrator.autogenerate.rule;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.operation.Effects;
import dev.migrator.operation.RebuildIndex;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.object.ConstraintObject;
import dev.migrator.schema.object.IndexObject;
import dev.migrator.schema.object.KeyObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.Setting;
import dev.migrator.schema.object.SettingObject;
import dev.migrator.schema.object.TableObject;
import org.jspecify.annotations.Nullable;

/**
 * Indexes that were not built to their end. They are there, but PostgreSQL does not use
 * them, and they keep no duplicates out.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE
 * INDEX, Building Indexes Concurrently</a>
 */
final class InvalidIndexes {

	private InvalidIndexes() {
	}

	/**
	 * Builds one again. Only then a foreign key can reference its columns.
	 * @param invalid that it is invalid
	 */
	static Proposed rebuilt(SettingObject invalid, Situation situation) {
		KeyObject key = (KeyObject) Objects
			.requireNonNull(situation.before().get(Objects.requireNonNull(invalid.key())));
		ObjectName index = invalid.setting().of().objectName();
		Change change = Change.of(new RebuildIndex(index, false), detected(key)).withRemark(equalRows(key));
		return Proposed.of(invalid, change).with(new Effects(Set.of(), Set.of(key.id()), Set.of(), Set.of(index)));
	}

	static String detected(KeyObject key) {
		return "Detected invalid index '%s' on '%s'".formatted(key.id().name(), key.table());
	}

	/**
	 * Says what the author has to know of one that keeps duplicates out, or {@code null}.
	 */
	static @Nullable String equalRows(KeyObject key) {
		boolean unique = (key instanceof IndexObject object) ? object.index().unique()
				: ((ConstraintObject) key).constraint().isRelation();
		return unique ? "it has kept no duplicates out; while rows of %s are equal in it, PostgreSQL refuses this"
			.formatted(key.table()) : null;
	}

	/**
	 * That of a partitioned table is INVALID as long as a partition has none that is
	 * attached to it, which REINDEX does not change; one that is created gives each
	 * partition its own.
	 */
	static Optional<ObjectId> remade(SettingObject invalid, Situation situation) {
		boolean partitioned = situation.before().get(invalid.parent()) instanceof TableObject table
				&& table.partitionBy() != null;
		return partitioned ? Optional.ofNullable(invalid.key()).filter(situation.then()::has) : Optional.empty();
	}

	/**
	 * Whether one is made anew for no other reason than that it is invalid.
	 */
	static boolean isRemade(KeyObject key, Situation situation) {
		ObjectName name = key.table().sibling(key.id().name());
		return situation.before().get(Setting.ofInvalid(name).id()) instanceof SettingObject invalid
				&& remade(invalid, situation).isPresent();
	}

}
