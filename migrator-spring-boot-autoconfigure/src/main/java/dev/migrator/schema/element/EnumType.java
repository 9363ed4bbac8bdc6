package dev.migrator.schema.element;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;

import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * An enum type.
 *
 * @param name its name
 * @param values its values, in their order
 */
public record EnumType(ObjectName name, List<String> values) {

	public EnumType {
		values = List.copyOf(values);
		values.forEach((value) -> checkValue(name, value));
		if (new HashSet<>(values).size() < values.size()) {
			throw new InvalidDefinitionException("The enum %s has a value twice: %s.".formatted(name, values),
					"Give each once.");
		}
	}

	/**
	 * Checks a value. PostgreSQL stores it as a name.
	 * @param type the enum
	 * @param value the value
	 * @return the value
	 * @throws InvalidDefinitionException if it is not valid
	 */
	public static String checkValue(ObjectName type, String value) {
		if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > NameRule.MAX_BYTES) {
			throw new InvalidDefinitionException("\"%s\" cannot be a value of the enum %s: it must have 1 to %s bytes."
				.formatted(value, type, NameRule.MAX_BYTES), "Choose a shorter one.");
		}
		return NameRule.check("enum value", value);
	}

}
