package dev.migrator.internal.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * A setting that differs from the default of PostgreSQL. A setting of an index belongs to
 * the table, like the index.
 *
 * @param setting the setting, with its object
 * @param parent the identity of the table, column or sequence that it belongs to
 * @param value its value
 * @param usual the name of the default, if it has one: the storage of a type
 * @param key the index, or the constraint with an index, that it needs, or {@code null}
 * for none
 */
public record SettingObject(Setting setting, ObjectId parent, String value, @Nullable String usual,
		@Nullable ObjectId key) implements DetailObject {

	private static final Map<String, String> SAME = Map.of("on", "true", "yes", "true", "off", "false", "no", "false");

	/**
	 * Creates a setting that needs no index, and whose default has no name.
	 * @param setting the setting, with its object
	 * @param value its value
	 */
	public SettingObject(Setting setting, String value) {
		this(setting, setting.of(), value, null, null);
	}

	/**
	 * Creates a setting of an index, or one that names an index.
	 * @param setting the setting, with its object
	 * @param value its value
	 * @param table the table
	 * @param key the identity of the index, or of its constraint
	 */
	public SettingObject(Setting setting, String value, ObjectName table, ObjectId key) {
		this(setting, ObjectId.table(table), value, null, key);
	}

	@Override
	public ObjectId id() {
		return this.setting.id();
	}

	/**
	 * Normalizes the value: booleans have many forms, numbers and names mostly have one.
	 */
	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("value",
				(this.setting.kind() == Setting.Kind.PARAMETER)
						? SAME.getOrDefault(this.value.toLowerCase(Locale.ROOT), this.value.toLowerCase(Locale.ROOT))
						: this.value));
	}

	/**
	 * Returns a change of the type of a column resets its storage.
	 */
	@Override
	public Stream<ObjectId> needs() {
		return isOfType() ? Stream.of(this.parent) : Stream.ofNullable(this.key);
	}

	/**
	 * Returns whether it holds only as long as its column keeps its type.
	 * @return whether it is
	 */
	public boolean isOfType() {
		return this.setting.kind() == Setting.Kind.STORAGE || this.setting.kind() == Setting.Kind.COMPRESSION;
	}

	/**
	 * Returns whether the statement that creates its object includes it.
	 * @return whether it is included
	 */
	public boolean isOfCreation() {
		return switch (this.setting.kind()) {
			case LOG -> this.parent.kind() == ObjectId.Kind.TABLE;
			case PARAMETER -> this.key != null && this.key.kind() == ObjectId.Kind.INDEX;
			default -> false;
		};
	}

	/**
	 * Returns a copy that needs another index.
	 * @param other the identity of the index, or of its constraint
	 * @return the setting
	 */
	public SettingObject of(ObjectId other) {
		if (other.equals(this.key)) {
			return this;
		}
		Setting moved = (this.setting.of().kind() != ObjectId.Kind.INDEX) ? this.setting
				: new Setting(this.setting.kind(), ObjectId.index(this.setting.of().objectName().sibling(other.name())),
						this.setting.name());
		String named = switch (this.setting.kind()) {
			case CLUSTER -> other.name();
			case REPLICA_IDENTITY -> Setting.usingIndex(other.name());
			default -> this.value;
		};
		return new SettingObject(moved, this.parent, named, this.usual, other);
	}

	@Override
	public SettingObject renamed(Renaming renaming) {
		return new SettingObject(this.setting.renamed(renaming), this.parent.renamed(renaming), this.value, this.usual,
				(this.key != null) ? Objects.requireNonNull(this.key).renamed(renaming) : null);
	}

}
