package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.Setting;
import dev.migrator.internal.schema.SettingObject;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the indexes of a table, and those that name an index, by the names that
 * the indexes have in the end.
 */
final class KeySettings {

	/** By the identity in the end. */
	private final Map<ObjectId, SettingObject> settings = new LinkedHashMap<>();

	/**
	 * @param there the objects of the table in the database
	 * @param wanted its wanted objects
	 * @param names the identity of each index or constraint in the end, by its identity
	 * on either side
	 */
	KeySettings(Collection<SchemaObject> there, Collection<SchemaObject> wanted, Names names) {
		Set<ObjectId> wantedKeys = new HashSet<>();
		wanted.stream().filter(KeyObject.class::isInstance).forEach((key) -> wantedKeys.add(key.id()));
		for (SettingObject setting : named(wanted)) {
			ObjectId key = Objects.requireNonNull(setting.key());
			add(setting, (wantedKeys.contains(key) ? names.wanted() : names.there()).get(key));
		}
		for (SettingObject setting : named(there)) {
			ObjectId key = Objects.requireNonNull(setting.key());
			if (setting.setting().of().kind() == ObjectId.Kind.INDEX && names.staying().contains(key)) {
				add(setting, key);
			}
		}
	}

	private void add(SettingObject setting, @Nullable ObjectId key) {
		if (key != null) {
			SettingObject moved = setting.of(key);
			this.settings.putIfAbsent(moved.id(), moved);
		}
	}

	private static List<SettingObject> named(Collection<SchemaObject> objects) {
		List<SettingObject> settings = new ArrayList<>(0);
		for (SchemaObject object : objects) {
			if (object instanceof SettingObject setting && setting.key() != null) {
				settings.add(setting);
			}
		}
		return settings;
	}

	Collection<SettingObject> all() {
		return this.settings.values();
	}

	/**
	 * Returns the index or constraint, created with its parameters.
	 */
	KeyObject with(KeyObject key) {
		if (!(key instanceof IndexObject object)) {
			return key;
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		for (SettingObject setting : all()) {
			if (setting.setting().kind() == Setting.Kind.PARAMETER && key.id().equals(setting.key())) {
				parameters.put(setting.setting().name(), setting.value());
			}
		}
		return parameters.equals(object.index().with()) ? key : new IndexObject(object.index().with(parameters));
	}

	/**
	 * The identities of indexes and constraints in the end.
	 *
	 * @param wanted by the identity on the wanted side
	 * @param there by the identity in the database
	 * @param staying those that only the database has, and keeps
	 */
	record Names(Map<ObjectId, ObjectId> wanted, Map<ObjectId, ObjectId> there, Set<ObjectId> staying) {

		Names() {
			this(new HashMap<>(), new HashMap<>(), new HashSet<>());
		}

	}

}
