package dev.migrator.schema;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The type of a column. {@link Types} makes them.
 */
public sealed interface DataType {

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

	/**
	 * A built-in type of PostgreSQL, with its modifiers.
	 *
	 * @param type the type
	 * @param modifiers its length, or its precision and scale; empty if not given
	 * @param fields the fields that an interval keeps, or {@code null} for all
	 */
	record BuiltInType(BuiltIn type, List<Integer> modifiers, @Nullable IntervalFields fields) implements DataType {

		private static final List<Integer> ALL_DIGITS = List.of(6);

		public BuiltInType {
			modifiers = List.copyOf(modifiers);
			if (!type.takes(modifiers)) {
				throw new InvalidDefinitionException("%s%s is not a type of PostgreSQL.".formatted(type, modifiers),
						type.rule());
			}
			if (fields != null && type != BuiltIn.INTERVAL) {
				throw new InvalidDefinitionException(type + " has no fields.", "Only an interval has.");
			}
			if (fields != null && !modifiers.isEmpty() && !fields.hasSeconds()) {
				throw new InvalidDefinitionException("An interval " + fields + " has no seconds and so no precision.",
						"Leave the precision out.");
			}
		}

		@Override
		public DataType plain() {
			return this.type.hasSeconds() && this.modifiers.equals(ALL_DIGITS)
					? new BuiltInType(this.type, List.of(), this.fields) : this;
		}

	}

	/**
	 * A type that the schema itself or an extension defines: an enum, a domain, a
	 * composite.
	 *
	 * @param name its name
	 */
	record NamedType(ObjectName name) implements DataType {

		@Override
		public Optional<ObjectName> userType() {
			return Optional.of(this.name);
		}

	}

	/**
	 * A type as it is written in SQL, for types that the other classes cannot express:
	 * {@code geometry(Point, 4326)}.
	 *
	 * @param sql the type
	 */
	record WrittenType(String sql) implements DataType {

		public WrittenType {
			if (sql.isBlank()) {
				throw new InvalidDefinitionException("A type is empty.", "Write it as in SQL: vector(3).");
			}
		}

	}

	/**
	 * An array. PostgreSQL does not store the declared number of dimensions.
	 *
	 * @param element the type of its elements, not an array itself
	 */
	record ArrayType(DataType element) implements DataType {

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

}
