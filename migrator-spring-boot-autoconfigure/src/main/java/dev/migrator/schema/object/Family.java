package dev.migrator.schema.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * An object that belongs to nothing, and all that belongs to it. That of a table is taken
 * to pieces, or put together, when it is first asked for: most of a schema is only
 * compared as a whole.
 */
final class Family {

	private final ObjectId root;

	private volatile @Nullable List<SchemaObject> objects;

	private volatile @Nullable Table table;

	private Family(ObjectId root, @Nullable List<SchemaObject> objects, @Nullable Table table) {
		this.root = root;
		this.objects = objects;
		this.table = table;
	}

	static Family of(Table table) {
		return new Family(ObjectId.table(table.name()), null, table);
	}

	static Family of(SchemaObject root) {
		return new Family(root.id(), new ArrayList<>(List.of(root)), null);
	}

	/**
	 * Adds a part while the family is made.
	 */
	void add(SchemaObject part) {
		Objects.requireNonNull(this.objects).add(part);
	}

	/**
	 * Says for the columns which of them the primary key keeps NULLs out of, when all
	 * parts are there.
	 */
	void settle() {
		List<SchemaObject> all = Objects.requireNonNull(this.objects);
		List<String> primaryKey = all.stream()
			.flatMap(
					(part) -> (part instanceof ConstraintObject object && object.constraint() instanceof PrimaryKey key)
							? key.columns().stream() : Stream.empty())
			.toList();
		all.replaceAll((part) -> (part instanceof ColumnObject column)
				? column.inPrimaryKey(primaryKey.contains(column.id().name())) : part);
	}

	ObjectId root() {
		return this.root;
	}

	/**
	 * What belongs to nothing.
	 */
	SchemaObject first() {
		return objects().get(0);
	}

	/**
	 * The objects, each behind what it belongs to.
	 */
	List<SchemaObject> objects() {
		List<SchemaObject> known = this.objects;
		if (known == null) {
			known = TablePieces.of(Objects.requireNonNull(this.table));
			this.objects = known;
		}
		return known;
	}

	/**
	 * The same objects, with the settings that another family has.
	 */
	Family withSettings(List<SettingObject> settings) {
		if (settings.isEmpty()) {
			return this;
		}
		Set<ObjectId> said = settings().stream().map(SettingObject::id).collect(Collectors.toSet());
		List<SchemaObject> all = new ArrayList<>(objects());
		settings.stream().filter((setting) -> !said.contains(setting.id())).forEach(all::add);
		return new Family(this.root, all, this.table);
	}

	/**
	 * The settings of the objects.
	 */
	List<SettingObject> settings() {
		List<SchemaObject> known = this.objects;
		return (known == null) ? TablePieces.settings(Objects.requireNonNull(this.table))
				: known.stream().filter(SettingObject.class::isInstance).map(SettingObject.class::cast).toList();
	}

	/**
	 * The table that the objects make, if they make one.
	 */
	Optional<Table> table() {
		Table known = this.table;
		if (known == null && this.root.kind() == ObjectId.Kind.TABLE) {
			known = TableView.of(objects(), (part) -> true);
			this.table = known;
		}
		return Optional.ofNullable(known);
	}

	/**
	 * The table that some of the objects make.
	 */
	Table table(Predicate<SchemaObject> taken) {
		boolean whole = objects().stream().allMatch((part) -> part instanceof TableObject || taken.test(part));
		return whole ? table().orElseThrow() : TableView.of(objects(), taken);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		if (this == other) {
			return true;
		}
		if (!(other instanceof Family family) || !this.root.equals(family.root)) {
			return false;
		}
		return (this.root.kind() == ObjectId.Kind.TABLE)
				? table().equals(family.table()) && Set.copyOf(settings()).equals(Set.copyOf(family.settings()))
				: objects().equals(family.objects());
	}

	@Override
	public int hashCode() {
		return this.root.hashCode();
	}

}
