package dev.migrator.internal.autogenerate.situation;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.Setting;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.operation.Effects;
import dev.migrator.operation.RebuildIndex;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Indexes that were not built to their end. They are there, but PostgreSQL does not use
 * them. One that is not even ready keeps no duplicates out; one that is keeps them out of
 * what is written since.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE
 * INDEX, Building Indexes Concurrently</a>
 */
public final class IndexValidity {

	private IndexValidity() {
	}

	/**
	 * Builds one again. Only then a foreign key can reference its columns.
	 * @param invalid that it is invalid
	 */
	public static UnorderedChange rebuilt(SettingObject invalid, Situation situation) {
		KeyObject key = (KeyObject) Objects
			.requireNonNull(situation.before().get(Objects.requireNonNull(invalid.key())));
		ObjectName index = invalid.setting().of().objectName();
		Change change = Change.builder(new RebuildIndex(index, false))
			.detected(detected(key))
			.remark(equalRows(key, invalid))
			.build();
		return UnorderedChange.of(invalid, change)
			.with(new Effects(Set.of(), Set.of(key.id()), Set.of(), Set.of(index)));
	}

	public static String detected(KeyObject key) {
		return "Detected invalid index '%s' on '%s'".formatted(key.id().name(), key.table());
	}

	/**
	 * Says what the author has to know of one that is to keep duplicates out, or
	 * {@code null}.
	 */
	static @Nullable public String equalRows(KeyObject key, Situation situation) {
		SettingObject invalid = invalid(key, situation.before());
		return (invalid != null) ? equalRows(key, invalid) : null;
	}

	private static @Nullable String equalRows(KeyObject key, SettingObject invalid) {
		return isUnique(key)
				? "TODO: %s; PostgreSQL refuses this while rows of %s are equal in it;\nmake them differ before"
					.formatted(has(invalid), key.table())
				: null;
	}

	private static String has(SettingObject invalid) {
		return invalid.value().equals(Setting.UNREADY) ? "it has kept no duplicates out"
				: "it has kept no duplicates out of the rows that it was built for";
	}

	/**
	 * Says what the author has to know where PostgreSQL builds one again with its table.
	 * @param key the index or its constraint
	 * @return a TODO
	 */
	public static String rebuiltWithTable(KeyObject key) {
		return "TODO: PostgreSQL builds the INVALID index %1$s again here, and refuses this while rows of %2$s are equal in it;\n"
			.formatted(key.id().name(), key.table()) + "make them differ, or drop it before";
	}

	/**
	 * Says what the author has to know where one that is not there any more comes back,
	 * or {@code null}.
	 */
	static @Nullable public String comesBack(KeyObject key, Situation situation) {
		SettingObject invalid = invalid(key, situation.before());
		boolean stays = situation.isPutBack(key.id()) && situation.altered(key.id()) == null;
		return (invalid == null || !isUnique(key) || stays) ? null
				: "TODO: it was INVALID; PostgreSQL refuses this while rows of %s are equal in it"
					.formatted(key.table());
	}

	/**
	 * Whether one is to keep duplicates out.
	 * @param key the index or its constraint
	 * @return whether it is
	 */
	public static boolean isUnique(KeyObject key) {
		return (key instanceof IndexObject object) ? object.index().unique()
				: ((ConstraintObject) key).constraint().isRelation();
	}

	private static @Nullable SettingObject invalid(KeyObject key, SchemaObjects objects) {
		ObjectName name = key.table().sibling(key.id().name());
		return (SettingObject) objects.get(Setting.ofInvalid(name).id());
	}

	/**
	 * Whether one keeps nothing out of what is written: it is not ready.
	 * @param key the index or its constraint
	 * @param objects what the database has
	 * @return whether it does nothing of what it is for
	 */
	public static boolean isIdle(KeyObject key, SchemaObjects objects) {
		SettingObject invalid = invalid(key, objects);
		return invalid != null && invalid.value().equals(Setting.UNREADY);
	}

	/**
	 * That of a partitioned table is INVALID as long as a partition has none that is
	 * attached to it, which REINDEX does not change; one that is created gives each
	 * partition its own.
	 */
	public static Optional<ObjectId> remade(SettingObject invalid, Situation situation) {
		boolean partitioned = situation.before().get(invalid.parent()) instanceof TableObject table
				&& table.partitionBy() != null;
		return partitioned ? Optional.ofNullable(invalid.key()).filter(situation.then()::has) : Optional.empty();
	}

	/**
	 * Whether one is made anew for no other reason than that it is invalid.
	 */
	public static boolean isRemade(KeyObject key, Situation situation) {
		SettingObject invalid = invalid(key, situation.before());
		return invalid != null && remade(invalid, situation).isPresent();
	}

}
