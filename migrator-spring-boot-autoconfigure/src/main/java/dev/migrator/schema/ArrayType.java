package dev.migrator.schema;

import java.util.Optional;

/**
 * An array. PostgreSQL does not store the declared number of dimensions.
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

	@Override
	public DataType plain() {
		return new ArrayType(this.element.plain());
	}

	@Override
	public Optional<ObjectName> userType() {
		return this.element.userType();
	}

}
