package dev.migrator.schema.element;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A constraint that lets no two rows be equal in its columns, which a foreign key can
 * reference.
 */
public sealed interface Key extends Constraint permits PrimaryKey, Unique {

	/**
	 * Its columns.
	 * @return their names
	 */
	List<String> columns();

	/**
	 * Columns that its index carries along.
	 * @return their names
	 */
	List<String> include();

	/**
	 * Whether two NULLs are taken for equal.
	 * @return whether they are; in a primary key there are none
	 */
	default boolean nullsNotDistinct() {
		return false;
	}

	/**
	 * Whether two rows may be equal in all columns but the last, a range, as long as
	 * their ranges do not overlap.
	 * @return whether they may
	 */
	boolean withoutOverlaps();

	static void checkOverlaps(String name, List<String> columns, boolean withoutOverlaps) {
		if (withoutOverlaps && columns.size() < 2) {
			throw new InvalidDefinitionException(
					"The key %s has no column beside the one without overlaps.".formatted(name),
					"Name the columns that are equal before it, or make it an exclusion constraint.");
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
