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
import dev.migrator.operation.IndexDirective.RebuildIndex;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Handles indexes that were not built completely. They exist, but PostgreSQL does not use
 * them. An index that is not even ready prevents no duplicates. One that is ready
 * prevents them only in rows that were written since then.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE
 * INDEX, Building Indexes Concurrently</a>
 */
public final class IndexValidity {

	private IndexValidity() {
	}

	/**
	 * Builds an index again. Before that, a foreign key cannot reference its columns.
	 * @param invalid the setting that it is invalid
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
	 * Returns the remark about an index that must prevent duplicates, or {@code null}.
	 */
	static @Nullable public String equalRows(KeyObject key, Situation situation) {
		SettingObject invalid = invalid(key, situation.before());
		return (invalid != null) ? equalRows(key, invalid) : null;
	}

	private static @Nullable String equalRows(KeyObject key, SettingObject invalid) {
		return isUnique(key)
				? "TODO: %s; PostgreSQL refuses this while several rows of %s have the same key in it;\nfirst make the keys different"
					.formatted(has(invalid), key.table())
				: null;
	}

	private static String has(SettingObject invalid) {
		return invalid.value().equals(Setting.UNREADY) ? "the index has not prevented duplicates"
				: "the index has not prevented duplicates in the rows that existed when it was built";
	}

	/**
	 * Returns the remark for an index that PostgreSQL builds again with its table.
	 * @param key the index or its constraint
	 * @return a TODO
	 */
	public static String rebuiltWithTable(KeyObject key) {
		return "TODO: PostgreSQL builds the INVALID index %1$s again here, and refuses this while several rows of %2$s have the same key in it;\n"
			.formatted(key.id().name(), key.table()) + "first make the keys different, or drop the index";
	}

	/**
	 * Returns the remark for an index that was dropped and is created again, or
	 * {@code null}.
	 */
	static @Nullable public String comesBack(KeyObject key, Situation situation) {
		SettingObject invalid = invalid(key, situation.before());
		boolean stays = situation.isPutBack(key.id()) && situation.altered(key.id()) == null;
		return (invalid == null || !isUnique(key) || stays) ? null
				: "TODO: the index was INVALID; PostgreSQL refuses this while several rows of %s have the same key in it"
					.formatted(key.table());
	}

	/**
	 * Returns whether an index must prevent duplicates.
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
	 * Returns whether an index is not ready, so that it prevents no duplicates at all.
	 * @param key the index or its constraint
	 * @param objects what the database has
	 * @return whether it has no effect
	 */
	public static boolean isIdle(KeyObject key, SchemaObjects objects) {
		SettingObject invalid = invalid(key, objects);
		return invalid != null && invalid.value().equals(Setting.UNREADY);
	}

	/**
	 * Finds an index of a partitioned table to create again. It is INVALID as long as a
	 * partition has no attached index, and REINDEX does not change that. A new index
	 * gives each partition its own.
	 */
	public static Optional<ObjectId> remade(SettingObject invalid, Situation situation) {
		boolean partitioned = situation.before().get(invalid.parent()) instanceof TableObject table
				&& table.partitionBy() != null;
		return partitioned ? Optional.ofNullable(invalid.key()).filter(situation.then()::has) : Optional.empty();
	}

	/**
	 * Returns whether an index is created again only because it is invalid.
	 */
	public static boolean isRemade(KeyObject key, Situation situation) {
		SettingObject invalid = invalid(key, situation.before());
		return invalid != null && remade(invalid, situation).isPresent();
	}

}
