package dev.migrator.internal.autogenerate.hibernate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the enum types of columns. Hibernate knows them as SQL that creates a type with
 * the simple name of the Java enum, even if a column definition names another type. Then
 * the named type is wanted, with the same values.
 */
final class EnumReader {

	private static final Pattern CREATE = Pattern.compile("create type (\\S+) as enum \\((.*)\\)", Pattern.DOTALL);

	private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");

	private final Map<String, List<String>> created = new HashMap<>();

	private final Map<ObjectName, EnumType> wanted = new LinkedHashMap<>();

	/**
	 * Reads SQL that creates an object.
	 * @param sql the statement
	 * @return whether the object is an enum type
	 */
	boolean read(String sql) {
		Matcher create = CREATE.matcher(sql);
		if (!create.matches()) {
			return false;
		}
		List<String> values = VALUE.matcher(create.group(2))
			.results()
			.map((value) -> value.group(1).replace("''", "'"))
			.toList();
		this.created.put(PhysicalNames.physical(create.group(1), false), values);
		return true;
	}

	/**
	 * Records the type of a column, if it is an enum.
	 */
	void use(DataType type, Column column) {
		if (type instanceof ArrayType array) {
			use(array.element(), column);
		}
		else if (type instanceof NamedType named) {
			List<String> values = valuesOf(named.name(), column);
			if (values != null) {
				this.wanted.putIfAbsent(named.name(), new EnumType(named.name(), values));
			}
		}
	}

	private @Nullable List<String> valuesOf(ObjectName type, Column column) {
		if (type.schema() == null && this.created.containsKey(type.name())) {
			return this.created.get(type.name());
		}
		Class<?> java = javaType(column);
		List<String> values = java.isEnum() ? this.created.get(PhysicalNames.physical(java.getSimpleName(), false))
				: null;
		return (values != null) ? inDeclaredOrder(values, java, column) : null;
	}

	/**
	 * Returns the values in the order of the Java enum, if possible. Hibernate sorts the
	 * values of the types that it creates. A type that was created otherwise probably has
	 * the order of the source.
	 */
	private static List<String> inDeclaredOrder(List<String> values, Class<?> java, Column column) {
		BasicValueConverter<?, ?> converter = ((BasicValue) column.getValue()).resolve().getValueConverter();
		List<String> declared = Arrays.stream(java.getEnumConstants())
			.map((constant) -> valueOf((Enum<?>) constant, converter))
			.toList();
		return (declared.size() == values.size() && declared.containsAll(values)) ? declared : values;
	}

	/**
	 * Returns the stored value of a constant: the one of {@code @EnumeratedValue}, or its
	 * name.
	 */
	@SuppressWarnings("unchecked")
	private static String valueOf(Enum<?> constant, @Nullable BasicValueConverter<?, ?> converter) {
		if (converter == null
				|| !converter.getDomainJavaType().getJavaTypeClass().equals(constant.getDeclaringClass())) {
			return constant.name();
		}
		return String.valueOf(((BasicValueConverter<Enum<?>, ?>) converter).toRelationalValue(constant));
	}

	private static Class<?> javaType(Column column) {
		if (!(column.getValue() instanceof BasicValue value)) {
			return Object.class;
		}
		Class<?> java = value.getType().getReturnedClass();
		return java.isArray() ? java.getComponentType() : java;
	}

	List<EnumType> wanted() {
		return List.copyOf(this.wanted.values());
	}

}
