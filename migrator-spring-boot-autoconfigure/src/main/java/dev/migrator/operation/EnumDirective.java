package dev.migrator.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Changes an enum type.
 */
public sealed interface EnumDirective extends Directive {

	/**
	 * Creates an enum type.
	 *
	 * @param type the type
	 */
	record CreateEnum(EnumType type) implements EnumDirective {

		@Override
		public Effects effects() {
			return Effects.making(ObjectId.type(this.type.name())).taking(this.type.name());
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new DropEnum(this.type.name(), this.type, false, false));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("createEnum", java.text(this.type.name()), java.texts(this.type.values()));
		}

		@Override
		public String describe() {
			return "create enum " + this.type.name();
		}

	}

	/**
	 * Drops an enum type.
	 *
	 * @param name its name
	 * @param was its definition, or {@code null} if it is unknown
	 * @param ifExists whether nothing is done if it does not exist; then it cannot be
	 * reversed
	 * @param cascade whether the columns of that type are dropped too; then it cannot be
	 * reversed
	 */
	record DropEnum(ObjectName name, @Nullable EnumType was, boolean ifExists,
			boolean cascade) implements EnumDirective {

		@Override
		public Effects effects() {
			return Effects.removing(ObjectId.type(this.name)).freeing(this.name);
		}

		@Override
		public Optional<Operation> reverse() {
			return (this.cascade || this.ifExists) ? Optional.empty()
					: Optional.ofNullable(this.was).map(CreateEnum::new);
		}

		@Override
		public String java(JavaCode java) {
			return java.call("dropEnum", java.text(this.name),
					java.lambda("drop", java.link("ifExists", this.ifExists) + java.link("cascade", this.cascade)));
		}

		@Override
		public String describe() {
			return "drop enum " + this.name;
		}

		@Override
		public String toBeReversible() {
			return (this.cascade || this.ifExists) ? "" : ReverseAdvice.there("createEnum", this.name);
		}

	}

	/**
	 * Adds a value to an enum type.
	 *
	 * @param type the enum
	 * @param value the new value
	 * @param before the existing value before which the new value is placed, or
	 * {@code null}
	 * @param after the existing value after which the new value is placed, or
	 * {@code null}
	 * @param ifNotExists whether nothing is done if the value exists; then it cannot be
	 * reversed
	 * @param was the present values, in their order, or empty if they are unknown
	 * @param columns the columns of that type, for the reverse
	 */
	record AddEnumValue(ObjectName type, String value, @Nullable String before, @Nullable String after,
			boolean ifNotExists, List<String> was, List<EnumTypedColumn> columns) implements EnumDirective {

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

	/**
	 * Renames a value of an enum type.
	 *
	 * @param type the enum
	 * @param from the old name
	 * @param to the new name
	 */
	record RenameEnumValue(ObjectName type, String from, String to) implements EnumDirective {

		public RenameEnumValue {
			EnumType.checkValue(type, from);
			EnumType.checkValue(type, to);
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new RenameEnumValue(this.type, this.to, this.from));
		}

		@Override
		public String java(JavaCode java) {
			return java.call("renameEnumValue", java.text(this.type), java.text(this.from), java.text(this.to));
		}

		@Override
		public String describe() {
			return "rename value %s of enum %s to %s".formatted(this.from, this.type, this.to);
		}

	}

	/**
	 * Changes the values of an enum type. PostgreSQL cannot do this in place, so a new
	 * type takes over the columns of the old one. It fails if a row has a value that is
	 * removed and not replaced.
	 *
	 * @param type the enum
	 * @param was the old values, or empty if they are unknown
	 * @param values the new values
	 * @param replaced the replacements of removed values
	 * @param columns all columns of that type
	 */
	record RebuildEnum(ObjectName type, List<String> was, List<String> values, Map<String, String> replaced,
			List<EnumTypedColumn> columns) implements EnumDirective {

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

}
