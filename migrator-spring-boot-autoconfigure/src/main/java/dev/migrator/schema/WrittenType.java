package dev.migrator.schema;

/**
 * A type as it is written in SQL, for types that the other classes cannot express:
 * {@code geometry(Point, 4326)}.
 *
 * @param sql the type
 */
public record WrittenType(String sql) implements DataType {

	public WrittenType {
		if (sql.isBlank()) {
			throw new InvalidDefinitionException("A type is empty.", "Write it as in SQL: vector(3).");
		}
	}

}
