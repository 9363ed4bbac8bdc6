package dev.migrator.schema;

/**
 * An array. PostgreSQL does not keep how many dimensions it was declared with.
 *
 * @param element the type of its elements, not an array itself
 */
public record ArrayType(DataType element) implements DataType {

	public ArrayType {
		if (element instanceof ArrayType) {
			throw new InvalidDefinitionException("An array of arrays is not a type of PostgreSQL.",
					"Use array(...) once: an array may have any number of dimensions.");
		}
	}

}
