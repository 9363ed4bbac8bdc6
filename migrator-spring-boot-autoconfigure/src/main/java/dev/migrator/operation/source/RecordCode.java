package dev.migrator.operation.source;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.InvalidDefinitionException;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as calls of their constructors.
 */
final class RecordCode {

	private final JavaCode java;

	RecordCode(JavaCode java) {
		this.java = java;
	}

	String of(Object operation) {
		if (operation instanceof Record record) {
			return construct(record);
		}
		throw new InvalidDefinitionException("it is not a record, and does not define its Java source.",
				"Make it a record, or override java(JavaCode).");
	}

	String literal(@Nullable Object value) {
		if (value instanceof Enum<?> constant) {
			return this.java.constant(constant);
		}
		if (value instanceof DataType type) {
			return this.java.type(type);
		}
		if (value instanceof Record record) {
			return construct(record);
		}
		if (value instanceof List<?> elements) {
			return this.java.listOf(elements.stream().map(this::literal).toList());
		}
		if (value == null || Literal.isPlain(value)) {
			return this.java.value(Literal.of(value));
		}
		throw new InvalidDefinitionException(
				"a value of type %s cannot be written in Java automatically.".formatted(value.getClass().getName()),
				"Override java(JavaCode), and write java.invoke(...) with the source of each argument.");
	}

	private String construct(Record record) {
		return this.java.construct(record.getClass(),
				Arrays.stream(record.getClass().getRecordComponents())
					.map((component) -> literal(value(record, component)))
					.toArray(String[]::new));
	}

	private static @Nullable Object value(Record record, RecordComponent component) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(record);
		}
		catch (ReflectiveOperationException ex) {
			throw new InvalidDefinitionException("%s() of the record %s cannot be called: %s"
				.formatted(component.getName(), record.getClass().getName(), ex), "Override java(JavaCode).", ex);
		}
	}

}
