package dev.migrator.internal.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of its own can create, change or drop.
 */
public sealed interface SchemaObject permits EnumObject, DomainObject, SequenceObject, TableObject, ColumnObject,
		DefaultObject, IdentityObject, KeyObject, DetailObject, CommentObject, OpaqueObject {

	/**
	 * Which object it is.
	 * @return its identity
	 */
	ObjectId id();

	/**
	 * What it belongs to, and goes with.
	 * @return the identity of that, or {@code null} if it belongs to nothing
	 */
	default @Nullable ObjectId parent() {
		return null;
	}

	/**
	 * What it is part of, and belongs to nothing itself: the table of a column.
	 * @return the identity of that; its own if it belongs to nothing
	 */
	default ObjectId root() {
		ObjectId parent = parent();
		return (parent != null) ? parent.root() : id();
	}

	/**
	 * What it is compared by.
	 * @return all of it, in an order that depends on nothing
	 */
	List<Attribute> attributes();

	/**
	 * What its attributes name, beside its parent. What its SQL mentions is not among
	 * them.
	 * @return identities, of which some may be of nothing that there is
	 */
	default Stream<ObjectId> needs() {
		return Stream.empty();
	}

	/**
	 * The name it has among the tables, indexes and sequences of its schema.
	 * @return the name, or empty if it has none there
	 */
	default Optional<ObjectName> relation() {
		return Optional.empty();
	}

	/**
	 * The same, where something that it names is called otherwise. Its own name stays,
	 * unless the renaming says it.
	 * @param renaming what is called otherwise
	 * @return the object
	 */
	SchemaObject renamed(Renaming renaming);

	/**
	 * What of it differs in another object of the same identity.
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
