package dev.migrator.schema;

import java.util.Optional;

/**
 * The type of a column. {@link Types} makes them.
 */
public sealed interface DataType permits BuiltInType, NamedType, WrittenType, ArrayType {

	/**
	 * The type in the form in which all that mean the same are equal: times have six
	 * digits of a second, whether that is said or not.
	 * @return the type
	 */
	default DataType plain() {
		return this;
	}

	/**
	 * The type that the schema itself or an extension defines, of which this is one, or
	 * an array.
	 * @return its name, or empty if every PostgreSQL has it, or if nobody knows
	 */
	default Optional<ObjectName> userType() {
		return Optional.empty();
	}

}
