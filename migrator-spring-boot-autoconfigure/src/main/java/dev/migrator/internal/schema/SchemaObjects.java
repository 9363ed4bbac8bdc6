package dev.migrator.internal.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.Renaming;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a database has, or is to have, in the order of a script: types,
 * sequences and tables by their names, each followed by its parts. Names in the default
 * schema have no schema, all others have one, so that two instances can be compared.
 * Immutable. A table with its columns is a view of several objects.
 */
public final class SchemaObjects {

	private static final SchemaObjects NONE = of(List.of());

	private final Families families;

	private volatile @Nullable Lookup lookup;

	private SchemaObjects(Families families) {
		this.families = families;
	}

	/**
	 * Returns a schema without objects.
	 * @return no objects
	 */
	public static SchemaObjects none() {
		return NONE;
	}

	/**
	 * Creates a schema from objects.
	 * @param objects the objects, each after the object that it belongs to
	 * @return the schema
	 */
	public static SchemaObjects of(Collection<? extends SchemaObject> objects) {
		return new SchemaObjects(Families.of(objects));
	}

	/**
	 * Creates a schema from tables, types and sequences.
	 * @param tables the tables, with their columns in order
	 * @param enums the enum types
	 * @param sequences the sequences, without those of identity columns
	 * @return their objects
	 * @throws InvalidDefinitionException if two tables have the same name
	 */
	public static SchemaObjects of(Collection<Table> tables, Collection<EnumType> enums,
			Collection<Sequence> sequences) {
		return of(tables, enums, sequences, List.of());
	}

	/**
	 * Creates a schema from tables, types and sequences with details that differ from the
	 * defaults of PostgreSQL.
	 * @param tables the tables, with their columns in order
	 * @param enums the enum types
	 * @param sequences the sequences, without those of identity columns
	 * @param details the details of tables, their parts, and sequences
	 * @return their objects
	 * @throws InvalidDefinitionException if two tables have the same name
	 */
	public static SchemaObjects of(Collection<Table> tables, Collection<EnumType> enums, Collection<Sequence> sequences,
			Collection<? extends DetailObject> details) {
		return new SchemaObjects(Families.of(tables, enums, sequences, details));
	}

	/**
	 * Returns all objects.
	 * @return the objects, each after the object that it belongs to
	 */
	public Collection<SchemaObject> all() {
		return Collections.unmodifiableCollection(lookup().objects.values());
	}

	/**
	 * Returns whether there are no objects.
	 * @return whether it is empty
	 */
	public boolean isEmpty() {
		return this.families.isEmpty();
	}

	/**
	 * Returns whether an object exists.
	 * @param id its identity
	 * @return whether it exists
	 */
	public boolean has(ObjectId id) {
		return get(id) != null;
	}

	/**
	 * Returns an object.
	 * @param id its identity
	 * @return the object, or {@code null} if it does not exist
	 */
	public @Nullable SchemaObject get(ObjectId id) {
		Family family = this.families.get(id);
		if (family != null) {
			return family.first();
		}
		return id.belongsToNothing() ? null : lookup().objects.get(id);
	}

	/**
	 * Returns the objects of one kind.
	 * @param <T> the kind
	 * @param type the kind
	 * @return all of them
	 */
	public <T extends SchemaObject> List<T> all(Class<T> type) {
		return all().stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * Returns the NOT NULL constraints that differ from a plain one, without splitting
	 * tables.
	 * @return all of them
	 */
	public List<NotNullObject> notNulls() {
		return this.families.all()
			.stream()
			.flatMap((family) -> family.details().stream())
			.filter(NotNullObject.class::isInstance)
			.map(NotNullObject.class::cast)
			.toList();
	}

	/**
	 * Returns the objects that belong to no other.
	 * @return the identities of tables, types, sequences and other such objects, in their
	 * order
	 */
	public Collection<ObjectId> roots() {
		return this.families.roots();
	}

	/**
	 * Returns the schemas that contain objects.
	 * @return their names, without the default schema
	 */
	public Set<String> schemas() {
		Set<String> names = new TreeSet<>();
		roots().forEach((root) -> {
			if (root.in() != null) {
				names.add(root.in().name());
			}
		});
		return names;
	}

	/**
	 * Returns the objects that belong to an object directly.
	 * @param id the identity of the object
	 * @return its parts, in their order
	 */
	public List<SchemaObject> partsOf(ObjectId id) {
		return Collections.unmodifiableList(lookup().parts.getOrDefault(id, List.of()));
	}

	/**
	 * Returns the parts of one kind that belong to an object.
	 * @param <T> the kind
	 * @param id the identity of the object
	 * @param type the kind
	 * @return its parts
	 */
	public <T extends SchemaObject> List<T> partsOf(ObjectId id, Class<T> type) {
		return partsOf(id).stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * Returns an object that belongs to no other, with all objects that belong to it,
	 * directly or not.
	 * @param root its identity
	 * @return the objects, each after the object that it belongs to; none if it does not
	 * exist
	 */
	public List<SchemaObject> family(ObjectId root) {
		Family family = this.families.get(root);
		return (family != null) ? Collections.unmodifiableList(family.objects()) : List.of();
	}

	/**
	 * Returns whether two schemas have an object that belongs to no other, and it is
	 * equal in both with all its parts.
	 * @param root its identity
	 * @param other the other schema
	 * @return whether it is equal; this is faster than a comparison of its objects
	 */
	public boolean isSame(ObjectId root, SchemaObjects other) {
		Family family = this.families.get(root);
		return family != null && family.equals(other.families.get(root));
	}

	/**
	 * Returns some of the objects that belong to no other, with all their parts.
	 * @param taken whether an object is included
	 * @return the included ones
	 */
	public SchemaObjects only(Predicate<ObjectId> taken) {
		Families some = this.families.only(taken);
		return (some.roots().size() == roots().size()) ? this : new SchemaObjects(some);
	}

	/**
	 * Returns these objects with others added, which replace those of the same identity.
	 * @param others the other objects
	 * @return all of them
	 */
	public SchemaObjects with(SchemaObjects others) {
		return new SchemaObjects(this.families.with(others.families));
	}

	/**
	 * Returns these objects with others added, which replace those of the same identity
	 * but only express the same differently: details, and comments on constraints and
	 * indexes, stay.
	 * @param others the other objects
	 * @return all of them
	 */
	public SchemaObjects saidAs(SchemaObjects others) {
		return new SchemaObjects(this.families.saidAs(others.families));
	}

	/**
	 * Returns these objects with comments.
	 * @param comments the comments; those on missing objects are ignored
	 * @return all of them
	 */
	public SchemaObjects with(Collection<CommentObject> comments) {
		return comments.isEmpty() ? this : new SchemaObjects(this.families.with(comments));
	}

	/**
	 * Returns a copy with the new names.
	 * @param renaming the new names
	 * @return the objects
	 */
	public SchemaObjects renamed(Renaming renaming) {
		return of(all().stream().map((object) -> object.renamed(renaming)).toList());
	}

	/**
	 * Returns the tables with all their parts.
	 * @return the tables by name
	 */
	public List<Table> tables() {
		return this.families.all().stream().flatMap((family) -> family.table().stream()).toList();
	}

	/**
	 * Returns the enum types.
	 * @return the types by name
	 */
	public List<EnumType> enums() {
		return roots(EnumObject.class).map(EnumObject::type).toList();
	}

	/**
	 * Returns the sequences, without those of identity columns.
	 * @return the sequences by name
	 */
	public List<Sequence> sequences() {
		return roots(SequenceObject.class).map(SequenceObject::sequence).toList();
	}

	private <T extends SchemaObject> Stream<T> roots(Class<T> type) {
		return this.families.all()
			.stream()
			.filter((family) -> family.root().kind() != ObjectId.Kind.TABLE)
			.map(Family::first)
			.filter(type::isInstance)
			.map(type::cast);
	}

	/**
	 * Returns a table with all its parts.
	 * @param name its name
	 * @return the table, or empty if it does not exist
	 */
	public Optional<Table> table(ObjectName name) {
		return Optional.ofNullable(this.families.get(ObjectId.table(name))).flatMap(Family::table);
	}

	/**
	 * Returns a table with some of its parts.
	 * @param name its name
	 * @param taken whether a part of it, or of one of its columns, is included
	 * @return the table, or empty if it does not exist
	 */
	public Optional<Table> table(ObjectName name, Predicate<SchemaObject> taken) {
		return Optional.ofNullable(this.families.get(ObjectId.table(name))).map((family) -> family.table(taken));
	}

	/**
	 * Returns a column with some of its parts.
	 * @param column the column itself
	 * @param taken whether a part of it is included
	 * @return the column
	 */
	public Column column(ColumnObject column, Predicate<SchemaObject> taken) {
		return TableView.column(Stream.concat(Stream.of(column), partsOf(column.id()).stream()).toList(), taken);
	}

	private Lookup lookup() {
		Lookup known = this.lookup;
		if (known == null) {
			known = new Lookup(this.families.all());
			this.lookup = known;
		}
		return known;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof SchemaObjects objects && this.families.equals(objects.families));
	}

	@Override
	public int hashCode() {
		return this.families.hashCode();
	}

	@Override
	public String toString() {
		return this.families.all().stream().map(Family::objects).toList().toString();
	}

	/**
	 * All objects by identity, and their parts. Created only when needed, because a
	 * schema without differences does not need it.
	 */
	private static final class Lookup {

		private final Map<ObjectId, SchemaObject> objects = new LinkedHashMap<>();

		private final Map<ObjectId, List<SchemaObject>> parts = new HashMap<>();

		Lookup(Collection<Family> families) {
			families.forEach((family) -> family.objects().forEach((object) -> {
				this.objects.put(object.id(), object);
				ObjectId parent = object.parent();
				if (parent != null) {
					this.parts.computeIfAbsent(parent, (id) -> new ArrayList<>()).add(object);
				}
			}));
		}

	}

}
