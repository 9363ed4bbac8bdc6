package dev.migrator.internal.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * An object that one statement can create, change or drop.
 */
public sealed interface SchemaObject permits EnumObject, DomainObject, SequenceObject, TableObject, ColumnObject,
		DefaultObject, IdentityObject, KeyObject, DetailObject, CommentObject, OpaqueObject {

	/**
	 * Returns its identity.
	 * @return its identity
	 */
	ObjectId id();

	/**
	 * Returns the object that it belongs to, and is dropped with.
	 * @return its identity, or {@code null} for none
	 */
	default @Nullable ObjectId parent() {
		return null;
	}

	/**
	 * Returns the object that contains it and belongs to no other: the table of a column.
	 * @return the identity of that object; its own if it belongs to no other
	 */
	default ObjectId root() {
		ObjectId parent = parent();
		return (parent != null) ? parent.root() : id();
	}

	/**
	 * Returns the attributes that are compared.
	 * @return the attributes, in a fixed order
	 */
	List<Attribute> attributes();

	/**
	 * Returns the objects that its attributes name, except its parent. Objects in its SQL
	 * are not included.
	 * @return the identities; some of these objects may not exist
	 */
	default Stream<ObjectId> needs() {
		return Stream.empty();
	}

	/**
	 * Returns the name it has among the tables, indexes and sequences of its schema.
	 * @return the name, or empty if it has none there
	 */
	default Optional<ObjectName> relation() {
		return Optional.empty();
	}

	/**
	 * Returns a copy with the new names of the objects that it names. Its own name stays,
	 * unless the renaming has a new one.
	 * @param renaming the new names
	 * @return the object
	 */
	SchemaObject renamed(Renaming renaming);

	/**
	 * Returns the attributes that differ from those of another object of the same
	 * identity.
	 * @param other the other one
	 * @return the names of the attributes, none if both are the same
	 */
	default List<String> differences(SchemaObject other) {
		List<Attribute> mine = attributes();
		List<Attribute> others = other.attributes();
		if (mine.size() != others.size()) {
			return List.of("kind");
		}
		return IntStream.range(0, mine.size())
			.filter((i) -> !mine.get(i).equals(others.get(i)))
			.mapToObj((i) -> mine.get(i).name())
			.toList();
	}

}
