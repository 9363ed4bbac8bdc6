package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Adds a value to an enum type.
 *
 * @param type the enum
 * @param value the new value
 * @param before the existing value before which the new value is placed, or {@code null}
 * @param after the existing value after which the new value is placed, or {@code null}
 * @param ifNotExists whether nothing is done if the value exists; then it cannot be
 * reversed
 * @param was the present values, in their order, or empty if they are unknown
 * @param columns the columns of that type, for the reverse
 */
public record AddEnumValue(ObjectName type, String value, @Nullable String before, @Nullable String after,
		boolean ifNotExists, List<String> was, List<EnumTypedColumn> columns) implements Directive {

	public AddEnumValue {
		EnumType.checkValue(type, value);
		was = List.copyOf(was);
		columns = List.copyOf(columns);
		for (String neighbour : Stream.of(before, after).filter(Objects::nonNull).toList()) {
			if (!was.isEmpty() && !was.contains(neighbour)) {
				throw new InvalidDefinitionException(
						"The enum value %s is to be placed beside %s, but the given values of the enum %s are %s."
							.formatted(value, neighbour, type, was),
						"Give all its present values: (was) -> was.values(\"A\", \"B\").");
			}
		}
		if (!was.isEmpty()) {
			for (EnumTypedColumn column : columns) {
				column.checkDefault(type, was, "now");
			}
		}
		if (before != null && after != null) {
			throw new InvalidDefinitionException(
					"The enum value %s is to be placed both before and after another.".formatted(value),
					"Use either before(...) or after(...).");
		}
	}

	@Override
	public Effects effects() {
		return Effects.making(ObjectId.type(this.type));
	}

	@Override
	public Optional<Operation> reverse() {
		if (this.was.isEmpty() || this.ifNotExists) {
			return Optional.empty();
		}
		List<String> now = new ArrayList<>(this.was);
		int at = (this.before != null) ? now.indexOf(this.before)
				: (this.after != null) ? now.indexOf(this.after) + 1 : now.size();
		now.add(Math.max(at, 0), this.value);
		return Optional.of(new RebuildEnum(this.type, now, this.was, Map.of(), this.columns));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("addEnumValue", java.text(this.type), java.text(this.value),
				java.lambda("value", java.link("before", this.before) + java.link("after", this.after)
						+ java.link("ifNotExists", this.ifNotExists)));
	}

	@Override
	public String describe() {
		return "add value %s to enum %s".formatted(this.value, this.type);
	}

	@Override
	public String toBeReversible() {
		return this.ifNotExists ? ""
				: ("Say which values it had, and which columns are of it: op.addEnumValue(\"%s\", \"%s\", "
						+ "(value) -> value.column(\"table\", \"column\"), (was) -> was.values(\"A\", \"B\"))")
					.formatted(this.type, this.value);
	}

}
