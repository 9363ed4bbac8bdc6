package dev.migrator.autogenerate;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.Operation;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.BuiltInType;
import dev.migrator.schema.DataType;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import dev.migrator.schema.WrittenType;
import dev.migrator.script.writing.JavaLiteral;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Values as Java source, and what has to be imported for them. Every operation is a
 * record of records, lists and simple values, so any can be written as the call of its
 * constructor.
 */
final class JavaValues {

	private static final Set<BuiltIn> BY_NAME = Set.of(BuiltIn.SMALLINT, BuiltIn.INTEGER, BuiltIn.BIGINT,
			BuiltIn.NUMERIC, BuiltIn.REAL, BuiltIn.TEXT, BuiltIn.BYTEA, BuiltIn.UUID, BuiltIn.JSON, BuiltIn.JSONB,
			BuiltIn.DATE, BuiltIn.TIME, BuiltIn.TIMESTAMP, BuiltIn.TIMESTAMPTZ, BuiltIn.INTERVAL, BuiltIn.INET,
			BuiltIn.TSVECTOR);

	private static final Set<BuiltIn> WITH_LENGTH = Set.of(BuiltIn.VARCHAR, BuiltIn.BIT, BuiltIn.VARBIT,
			BuiltIn.TIMESTAMP, BuiltIn.TIMESTAMPTZ);

	private final SortedSet<String> imports = new TreeSet<>();

	List<String> imports() {
		return List.copyOf(this.imports);
	}

	String invoke(Operation operation) {
		return "op.invoke(" + of(operation) + ")";
	}

	String of(@Nullable Object value) {
		if (value == null) {
			return "null";
		}
		if (value instanceof String text) {
			return JavaLiteral.quoted(text);
		}
		if (value instanceof Boolean || value instanceof Integer) {
			return value.toString();
		}
		if (value instanceof Long number) {
			return number + "L";
		}
		if (value instanceof Enum<?> constant) {
			return type(constant.getDeclaringClass()) + "." + constant.name();
		}
		if (value instanceof DataType dataType) {
			return type(dataType);
		}
		if (value instanceof ObjectName name) {
			return type(ObjectName.class) + ".of(" + JavaLiteral.quoted(name.toString()) + ")";
		}
		if (value instanceof Record object) {
			return construct(object);
		}
		return (value instanceof Collection<?> || value instanceof Map<?, ?>) ? collection(value) : simple(value);
	}

	private String collection(Object value) {
		if (value instanceof Map<?, ?> map) {
			String entries = map.entrySet()
				.stream()
				.map((entry) -> type(Map.class) + ".entry(" + of(entry.getKey()) + ", " + of(entry.getValue()) + ")")
				.collect(Collectors.joining(", "));
			return type(Map.class) + (map.isEmpty() ? ".of()" : ".ofEntries(" + entries + ")");
		}
		String elements = ((Collection<?>) value).stream().map(this::of).collect(Collectors.joining(", "));
		return type((value instanceof Set) ? Set.class : List.class) + ".of(" + elements + ")";
	}

	private String simple(Object value) {
		String text = JavaLiteral.quoted(value.toString());
		if (value instanceof BigDecimal || value instanceof BigInteger) {
			return "new " + type(value.getClass()) + "(" + text + ")";
		}
		if (value instanceof Number) {
			return type(value.getClass()) + ".valueOf(" + text + ")";
		}
		if (value instanceof UUID) {
			return type(UUID.class) + ".fromString(" + text + ")";
		}
		if (value.getClass().getPackageName().equals("java.time")) {
			return type(value.getClass()) + ".parse(" + text + ")";
		}
		throw new IllegalArgumentException(
				"A value of %s cannot be written as Java source.".formatted(value.getClass().getName()));
	}

	private String construct(Record object) {
		RecordComponent[] components = object.getClass().getRecordComponents();
		String arguments = Stream.of(components)
			.map((component) -> of(ReflectionUtils.invokeMethod(component.getAccessor(), object)))
			.collect(Collectors.joining(", "));
		String generic = (object.getClass().getTypeParameters().length > 0) ? "<>" : "";
		return "new " + type(object.getClass()) + generic + "(" + arguments + ")";
	}

	String type(Class<?> type) {
		Class<?> outer = (type.getDeclaringClass() != null) ? type.getDeclaringClass() : type;
		if (!outer.getPackageName().equals("java.lang")) {
			this.imports.add(outer.getName());
		}
		return (outer == type) ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
	}

	String type(DataType type) {
		if (type instanceof ArrayType array) {
			return ofTypes("array", type(array.element()));
		}
		if (type instanceof NamedType named) {
			return ofTypes("named", JavaLiteral.quoted(named.name().toString()));
		}
		if (type instanceof WrittenType written) {
			return type(Types.class) + ".sql(" + JavaLiteral.quoted(written.sql()) + ")";
		}
		BuiltInType builtIn = (BuiltInType) type;
		BuiltIn which = builtIn.type();
		String modifiers = builtIn.modifiers().stream().map(String::valueOf).collect(Collectors.joining(", "));
		if (builtIn.fields() != null) {
			return construct(builtIn);
		}
		String name = which.name().toLowerCase(Locale.ROOT);
		boolean plain = BY_NAME.contains(which) && modifiers.isEmpty();
		boolean sized = (WITH_LENGTH.contains(which) && builtIn.modifiers().size() == 1)
				|| (which == BuiltIn.NUMERIC && builtIn.modifiers().size() == 2);
		if (plain || sized) {
			return ofTypes(name, modifiers);
		}
		if (which == BuiltIn.BOOLEAN) {
			return ofTypes("bool", "");
		}
		String arguments = of(which) + (modifiers.isEmpty() ? "" : ", " + modifiers);
		return type(Types.class) + ".of(" + arguments + ")";
	}

	private String ofTypes(String method, String arguments) {
		this.imports.add("static " + Types.class.getName() + "." + method);
		return method + "(" + arguments + ")";
	}

}
