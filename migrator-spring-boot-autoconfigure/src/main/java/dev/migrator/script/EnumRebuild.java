package dev.migrator.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.operation.RebuildEnum;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * How an enum type gets other values. All columns of that type have to be named, with
 * their defaults. What else is written for the type or for one of these columns stands in
 * the way, and PostgreSQL refuses the change: drop such checks, generated columns,
 * partial indexes, views, triggers, policies and functions before, and create them again
 * behind it.
 */
public final class EnumRebuild extends EnumDefinition<EnumRebuild> {

	private final Map<String, String> replaced = new LinkedHashMap<>();

	private @Nullable List<String> values;

	EnumRebuild() {
	}

	/**
	 * Says which values it gets.
	 * @param values its values, in their order
	 * @return this
	 */
	public EnumRebuild values(String... values) {
		open();
		this.values = List.of(values);
		return this;
	}

	/**
	 * Puts another value into the rows that have one that goes. Without it such a row
	 * fails the revision.
	 * @param value the value that goes
	 * @param by the value that takes its place
	 * @return this
	 */
	public EnumRebuild replace(String value, String by) {
		open();
		this.replaced.put(value, by);
		return this;
	}

	/**
	 * With the values that are said.
	 */
	RebuildEnum build(ObjectName type, List<String> was) {
		if (this.values == null) {
			throw new InvalidDefinitionException("Which values the enum %s gets is not said.".formatted(type),
					"Call values(\"A\", \"B\") with it.");
		}
		return new RebuildEnum(type, was, this.values, this.replaced, columns());
	}

	/**
	 * With all values but one.
	 */
	RebuildEnum buildWithout(String value, ObjectName type, List<String> was) {
		if (this.values != null) {
			throw new InvalidDefinitionException(
					"Of the enum %s is said which value goes, and which values stay.".formatted(type),
					"Leave values(...) out, or use rebuildEnum.");
		}
		if (!was.contains(value)) {
			throw new InvalidDefinitionException(
					"The value %s is to be removed from the enum %s, of which is said that it has %s.".formatted(value,
							type, was),
					"Say all values that it has: (was) -> was.values(\"A\", \"B\").");
		}
		List<String> left = was.stream().filter((each) -> !each.equals(value)).toList();
		return new RebuildEnum(type, was, left, this.replaced, columns());
	}

	@Override
	EnumRebuild self() {
		return this;
	}

}
