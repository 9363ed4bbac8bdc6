package dev.migrator.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A built-in type of PostgreSQL, with its modifiers.
 *
 * @param type the type
 * @param modifiers its length, or its precision and scale; empty if not given
 * @param fields the fields that an interval keeps, or {@code null} for all
 */
public record BuiltInType(BuiltIn type, List<Integer> modifiers, @Nullable IntervalFields fields) implements DataType {

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
