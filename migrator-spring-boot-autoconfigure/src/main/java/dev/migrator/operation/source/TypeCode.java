package dev.migrator.operation.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.DataType.WrittenType;
import dev.migrator.schema.IntervalFields;
import dev.migrator.schema.Types;

/**
 * Writes types as calls of {@link Types}.
 */
final class TypeCode {

	private static final Set<BuiltIn> PLAIN = Set.of(BuiltIn.SMALLINT, BuiltIn.INTEGER, BuiltIn.BIGINT, BuiltIn.NUMERIC,
			BuiltIn.REAL, BuiltIn.TEXT, BuiltIn.BYTEA, BuiltIn.UUID, BuiltIn.JSON, BuiltIn.JSONB, BuiltIn.DATE,
			BuiltIn.TIME, BuiltIn.TIMESTAMP, BuiltIn.TIMESTAMPTZ, BuiltIn.INTERVAL, BuiltIn.INET, BuiltIn.TSVECTOR,
			BuiltIn.BOOLEAN, BuiltIn.DOUBLE_PRECISION);

	private static final Set<BuiltIn> OF_A_LENGTH = Set.of(BuiltIn.VARCHAR, BuiltIn.CHAR, BuiltIn.BIT, BuiltIn.VARBIT,
			BuiltIn.TIMESTAMP, BuiltIn.TIMESTAMPTZ);

	/** The methods of the types whose own names are reserved words of Java. */
	private static final Map<BuiltIn, String> METHODS = Map.of(BuiltIn.BOOLEAN, "bool", BuiltIn.CHAR, "character",
			BuiltIn.DOUBLE_PRECISION, "doublePrecision");

	private final JavaCode java;

	TypeCode(JavaCode java) {
		this.java = java;
	}

	String of(DataType type) {
		if (type instanceof BuiltInType builtIn) {
			return of(builtIn);
		}
		if (type instanceof ArrayType array) {
			return method("array", of(array.element()));
		}
		if (type instanceof NamedType named) {
			return method("named", this.java.text(named.name()));
		}
		// Not imported statically: Expression has a method with the same name.
		return this.java.name(Types.class) + ".sql(" + this.java.text(((WrittenType) type).sql()) + ")";
	}

	private String of(BuiltInType type) {
		BuiltIn which = type.type();
		List<Integer> modifiers = type.modifiers();
		String numbers = modifiers.stream().map(String::valueOf).collect(Collectors.joining(", "));
		IntervalFields fields = type.fields();
		if (fields != null) {
			return method("interval", this.java.constant(fields) + (numbers.isEmpty() ? "" : ", " + numbers));
		}
		boolean plain = modifiers.isEmpty() && PLAIN.contains(which);
		boolean sized = (modifiers.size() == 1 && OF_A_LENGTH.contains(which))
				|| (modifiers.size() == 2 && which == BuiltIn.NUMERIC);
		if (plain || sized) {
			return method(METHODS.getOrDefault(which, which.name().toLowerCase(Locale.ROOT)), numbers);
		}
		return this.java.name(Types.class) + ".of(" + this.java.constant(which)
				+ (numbers.isEmpty() ? "" : ", " + numbers) + ")";
	}

	private String method(String name, String arguments) {
		return this.java.statically(Types.class, name, arguments);
	}

}
