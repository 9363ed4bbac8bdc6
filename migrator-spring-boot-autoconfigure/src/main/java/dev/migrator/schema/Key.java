package dev.migrator.schema;

import java.util.List;
import java.util.stream.Stream;

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

	@Override
	default List<String> keyColumns() {
		return columns();
	}

	@Override
	default Index keyIndex(ObjectName table) {
		return Index.ofKey(this, table);
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
