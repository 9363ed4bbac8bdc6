package dev.migrator.schema.element;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A constraint that refuses two rows with equal columns. A foreign key can reference it.
 */
public sealed interface Key extends Constraint permits PrimaryKey, Unique {

	/**
	 * Returns its columns.
	 * @return their names
	 */
	List<String> columns();

	/**
	 * Returns the included columns of its index.
	 * @return their names
	 */
	List<String> include();

	/**
	 * Returns whether two NULLs are equal.
	 * @return whether they are; in a primary key there are none
	 */
	default boolean nullsNotDistinct() {
		return false;
	}

	/**
	 * Returns whether two rows may be equal in all columns except the last one, a range,
	 * if their ranges do not overlap.
	 * @return whether they may
	 */
	boolean withoutOverlaps();

	static void checkOverlaps(String name, List<String> columns, boolean withoutOverlaps) {
		if (withoutOverlaps && columns.size() < 2) {
			throw new InvalidDefinitionException("The key %s has only the column without overlaps.".formatted(name),
					"Give the columns that must be equal before it, or make it an exclusion constraint.");
		}
	}

	@Override
	default List<String> keyColumns() {
		return columns();
	}

	@Override
	default @Nullable Index keyIndex(ObjectName table) {
		return withoutOverlaps() ? null : Index.ofKey(this, table);
	}

	@Override
	default boolean isRelation() {
		return true;
	}

	@Override
	default Stream<String> columnNames() {
		return Stream.concat(columns().stream(), include().stream());
	}

}
