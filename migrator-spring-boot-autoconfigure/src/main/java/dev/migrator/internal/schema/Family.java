package dev.migrator.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * An object that belongs to no other, with all objects that belong to it. A table is
 * split into its objects, or assembled from them, only when that is first needed, because
 * most of a schema is only compared as a whole.
 */
final class Family {

	private final ObjectId root;

	private volatile @Nullable List<SchemaObject> objects;

	private volatile @Nullable Table table;

	/** The comments on constraints and indexes, if the table is not split yet. */
	private final List<CommentObject> comments;

	private Family(ObjectId root, @Nullable List<SchemaObject> objects, @Nullable Table table,
			List<CommentObject> comments) {
		this.root = root;
		this.objects = objects;
		this.table = table;
		this.comments = comments;
	}

	static Family of(Table table) {
		return new Family(ObjectId.table(table.name()), null, table, List.of());
	}

	static Family of(SchemaObject root) {
		return new Family(root.id(), new ArrayList<>(List.of(root)), null, List.of());
	}

	/**
	 * Returns a copy with comments on its objects.
	 * @param more the comments; those on other objects are ignored
	 */
	Family with(List<CommentObject> more) {
		List<CommentObject> known = more.stream().filter((comment) -> has(comment.of()) && !isThere(comment)).toList();
		if (known.isEmpty()) {
			return this;
		}
		if (this.objects == null) {
			return new Family(this.root, null, this.table,
					Stream.concat(this.comments.stream(), known.stream()).toList());
		}
		List<SchemaObject> all = new ArrayList<>(objects());
		all.addAll(known);
		return new Family(this.root, all, this.table, List.of());
	}

	private boolean isThere(CommentObject comment) {
		List<? extends SchemaObject> known = (this.objects != null) ? this.objects : this.comments;
		return known.stream().anyMatch((object) -> object.id().equals(comment.id()));
	}

	private boolean has(ObjectId part) {
		Table whole = this.table;
		if (whole == null) {
			return objects().stream().anyMatch((object) -> object.id().equals(part));
		}
		return (part.kind() == ObjectId.Kind.CONSTRAINT)
				? whole.constraints().stream().anyMatch((constraint) -> constraint.name().equals(part.name()))
				: whole.indexes().stream().anyMatch((index) -> index.name().equals(part.name()));
	}

	/**
	 * Returns the comments on constraints and indexes.
	 */
	List<CommentObject> keyComments() {
		return (this.objects == null) ? this.comments
				: objects().stream()
					.flatMap((object) -> (object instanceof CommentObject comment && comment.isOnKey())
							? Stream.of(comment) : Stream.empty())
					.toList();
	}

	/**
	 * Adds a part while the family is built.
	 */
	void add(SchemaObject part) {
		Objects.requireNonNull(this.objects).add(part);
	}

	/**
	 * Marks the columns of the primary key, after all parts were added.
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
	 * Returns the object that belongs to no other.
	 */
	SchemaObject first() {
		return objects().get(0);
	}

	/**
	 * Returns the objects, each after the object that it belongs to.
	 */
	List<SchemaObject> objects() {
		List<SchemaObject> known = this.objects;
		if (known == null) {
			known = TablePieces.of(Objects.requireNonNull(this.table));
			known.addAll(this.comments);
			this.objects = known;
		}
		return known;
	}

	/**
	 * Returns a copy with the details of another family.
	 */
	Family withDetails(List<? extends DetailObject> details) {
		if (details.isEmpty()) {
			return this;
		}
		Set<ObjectId> said = details().stream().map(DetailObject::id).collect(Collectors.toSet());
		List<SchemaObject> all = new ArrayList<>(objects());
		details.stream().filter((detail) -> !said.contains(detail.id())).forEach(all::add);
		return new Family(this.root, all, this.table, List.of());
	}

	/**
	 * Returns the details of the objects.
	 */
	List<? extends DetailObject> details() {
		List<SchemaObject> known = this.objects;
		return (known == null) ? TablePieces.settings(Objects.requireNonNull(this.table))
				: known.stream().filter(DetailObject.class::isInstance).map(DetailObject.class::cast).toList();
	}

	/**
	 * Returns the triggers, rules and policies.
	 */
	private Set<SchemaObject> opaque() {
		List<SchemaObject> known = this.objects;
		return (known == null) ? Set.of()
				: known.stream().filter(OpaqueObject.class::isInstance).collect(Collectors.toSet());
	}

	/**
	 * Returns the table of the objects, if there is one.
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
	 * Returns the table with some of the objects.
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
				? table().equals(family.table()) && Set.copyOf(details()).equals(Set.copyOf(family.details()))
						&& Set.copyOf(keyComments()).equals(Set.copyOf(family.keyComments()))
						&& opaque().equals(family.opaque())
				: objects().equals(family.objects());
	}

	@Override
	public int hashCode() {
		return this.root.hashCode();
	}

}
