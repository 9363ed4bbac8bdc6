package dev.migrator.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.operation.EnumDirective.RebuildEnum;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Defines the change of the values of an enum type. All columns of the type must be
 * named, with their defaults. PostgreSQL refuses the change if other objects use the type
 * or one of these columns: drop such checks, generated columns, partial indexes, views,
 * triggers, policies and functions first, and create them again afterwards.
 */
public final class EnumRebuild extends EnumDefinition<EnumRebuild> {

	private final Map<String, String> replaced = new LinkedHashMap<>();

	private @Nullable List<String> values;

	EnumRebuild() {
	}

	/**
	 * Sets the new values.
	 * @param values its values, in their order
	 * @return this
	 */
	public EnumRebuild values(String... values) {
		open();
		this.values = List.of(values);
		return this;
	}

	/**
	 * Replaces a removed value in the rows that have it. Without a replacement, the
	 * revision fails if there is such a row.
	 * @param value the removed value
	 * @param by its replacement
	 * @return this
	 */
	public EnumRebuild replace(String value, String by) {
		open();
		this.replaced.put(value, by);
		return this;
	}

	/**
	 * Builds the operation with the given values.
	 */
	RebuildEnum build(ObjectName type, List<String> was) {
		if (this.values == null) {
			throw new InvalidDefinitionException("The new values of the enum %s are missing.".formatted(type),
					"Call values(\"A\", \"B\") with it.");
		}
		return new RebuildEnum(type, was, this.values, this.replaced, columns());
	}

	/**
	 * Builds the operation with all values except one.
	 */
	RebuildEnum buildWithout(String value, ObjectName type, List<String> was) {
		if (this.values != null) {
			throw new InvalidDefinitionException(
					"Both the removed value and the remaining values of the enum %s are given.".formatted(type),
					"Leave values(...) out, or use rebuildEnum.");
		}
		if (!was.contains(value)) {
			throw new InvalidDefinitionException(
					"The value %s is to be removed from the enum %s, but it is not one of the given old values %s."
						.formatted(value, type, was),
					"Give all its present values: (was) -> was.values(\"A\", \"B\").");
		}
		List<String> left = was.stream().filter((each) -> !each.equals(value)).toList();
		return new RebuildEnum(type, was, left, this.replaced, columns());
	}

	@Override
	EnumRebuild self() {
		return this;
	}

}
