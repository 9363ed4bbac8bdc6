package dev.migrator.schema;

import java.util.Optional;

/**
 * The type of a column. {@link Types} makes them.
 */
public sealed interface DataType permits BuiltInType, NamedType, WrittenType, ArrayType {

	/**
	 * Returns the type in its normal form, in which types with the same meaning are
	 * equal: times have six digits of a second, whether these are given or not.
	 * @return the type
	 */
	default DataType plain() {
		return this;
	}

	/**
	 * Returns the name of the type, or of the element type of an array, if the schema or
	 * an extension defines it.
	 * @return its name, or empty if it is built in or unknown
	 */
	default Optional<ObjectName> userType() {
		return Optional.empty();
	}

}
