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
 * A setting of an object that is not as PostgreSQL makes it. One of an index belongs to
 * the table, as the index does.
 *
 * @param setting which setting of what
 * @param parent the identity of the table, column or sequence that it goes with
 * @param value its value
 * @param usual what it is if nothing is said, where that has a name: the storage of a
 * type
 * @param key the index, or the constraint that has one, without which it cannot be, or
 * {@code null} if it needs none
 */
public record SettingObject(Setting setting, ObjectId parent, String value, @Nullable String usual,
		@Nullable ObjectId key) implements DetailObject {

	private static final Map<String, String> SAME = Map.of("on", "true", "yes", "true", "off", "false", "no", "false");

	/**
	 * One that needs no index, and has no other name if nothing is said.
	 * @param setting which setting of what
	 * @param value its value
	 */
	public SettingObject(Setting setting, String value) {
		this(setting, setting.of(), value, null, null);
	}

	/**
	 * One of an index, or that names one.
	 * @param setting which setting of what
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
	 * Numbers and names have one form for the most part, and truth has many.
	 */
	@Override
	public List<Attribute> attributes() {
		return List.of(new Attribute("value",
				(this.setting.kind() == Setting.Kind.PARAMETER)
						? SAME.getOrDefault(this.value.toLowerCase(Locale.ROOT), this.value.toLowerCase(Locale.ROOT))
						: this.value));
	}

	/**
	 * How values are stored is set anew with the type of the column.
	 */
	@Override
	public Stream<ObjectId> needs() {
		return isOfType() ? Stream.of(this.parent) : Stream.ofNullable(this.key);
	}

	/**
	 * Whether it is as it is only as long as its column has the type that it has.
	 * @return whether it is
	 */
	public boolean isOfType() {
		return this.setting.kind() == Setting.Kind.STORAGE || this.setting.kind() == Setting.Kind.COMPRESSION;
	}

	/**
	 * Whether the statement that creates what it is of says it too.
	 * @return whether it does
	 */
	public boolean isOfCreation() {
		return switch (this.setting.kind()) {
			case LOG -> this.parent.kind() == ObjectId.Kind.TABLE;
			case PARAMETER -> this.key != null && this.key.kind() == ObjectId.Kind.INDEX;
			default -> false;
		};
	}

	/**
	 * The same, where the index that it needs is another one.
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
