package dev.migrator.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;

/**
 * Changes the values of an enum type. PostgreSQL cannot do this in place, so a new type
 * takes over the columns of the old one. It fails if a row has a value that is removed
 * and not replaced.
 *
 * @param type the enum
 * @param was the old values, or empty if they are unknown
 * @param values the new values
 * @param replaced the replacements of removed values
 * @param columns all columns of that type
 */
public record RebuildEnum(ObjectName type, List<String> was, List<String> values, Map<String, String> replaced,
		List<EnumTypedColumn> columns) implements Directive {

	public RebuildEnum {
		was = new EnumType(type, was).values();
		values = new EnumType(type, values).values();
		replaced = Collections.unmodifiableMap(new LinkedHashMap<>(replaced));
		columns = List.copyOf(columns);
		for (String replacement : replaced.values()) {
			if (!values.contains(replacement)) {
				throw new InvalidDefinitionException(
						"The enum %s will not have the value %s.".formatted(type, replacement),
						"Replace a value by one of %s.".formatted(values));
			}
		}
		for (String value : replaced.keySet()) {
			if (!was.isEmpty() && !was.contains(value)) {
				throw new InvalidDefinitionException(
						"The enum %s does not have the value %s, so it cannot be replaced.".formatted(type, value),
						"Replace one of %s.".formatted(was));
			}
		}
		for (EnumTypedColumn column : columns) {
			column.checkDefault(type, values, "then");
			if (!was.isEmpty()) {
				column.checkDefault(type, was, "now");
			}
		}
	}

	/**
	 * Returns the removed values.
	 * @return the values in their order, none if the old values are unknown
	 */
	public List<String> gone() {
		return this.was.stream().filter((value) -> !this.values.contains(value)).toList();
	}

	@Override
	public Effects effects() {
		Set<ObjectId> ids = new LinkedHashSet<>(Set.of(ObjectId.type(this.type)));
		this.columns.forEach((column) -> ids.add(ObjectId.column(column.column())));
		return Effects.changing(ids);
	}

	@Override
	public Optional<Operation> reverse() {
		return this.was.isEmpty() ? Optional.empty()
				: Optional.of(new RebuildEnum(this.type, this.values, this.was, Map.of(), this.columns));
	}

	@Override
	public String java(JavaCode java) {
		String values = ".values(" + java.texts(this.values) + ")";
		String was = (this.replaced.isEmpty() || this.was.isEmpty()) ? "" : ".values(" + java.texts(this.was) + ")";
		String replaced = this.replaced.entrySet()
			.stream()
			.map((value) -> java.link("replace", List.of(value.getKey(), value.getValue())))
			.collect(Collectors.joining());
		String columns = this.columns.stream().map((column) -> column.java(java)).collect(Collectors.joining());
		return java.call("rebuildEnum", java.text(this.type), java.lambda("rebuild", values + replaced + columns),
				java.lambda("was", was));
	}

	@Override
	public String describe() {
		return "rebuild enum %s with the values %s".formatted(this.type, String.join(", ", this.values));
	}

	@Override
	public String toBeReversible() {
		return "Give the old values: op.rebuildEnum(\"%s\", ..., (was) -> was.values(\"A\", \"B\"))"
			.formatted(this.type);
	}

}
