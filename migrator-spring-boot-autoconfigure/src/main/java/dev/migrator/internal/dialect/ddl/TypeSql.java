package dev.migrator.internal.dialect.ddl;

import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.DataType.WrittenType;

/**
 * Writes types.
 */
public final class TypeSql {

	private TypeSql() {
	}

	public static String of(DataType type) {
		if (type instanceof BuiltInType builtIn) {
			return of(builtIn);
		}
		if (type instanceof ArrayType array) {
			return of(array.element()) + "[]";
		}
		if (type instanceof NamedType named) {
			return NameSql.of(named.name());
		}
		return SqlFragment.one(((WrittenType) type).sql());
	}

	private static String of(BuiltInType type) {
		String name = switch (type.type()) {
			case DOUBLE_PRECISION -> "double precision";
			case BYTE_CHAR -> "\"char\"";
			default -> type.type().name().toLowerCase(Locale.ROOT);
		};
		String fields = (type.fields() != null) ? " " + type.fields().name().toLowerCase(Locale.ROOT).replace('_', ' ')
				: "";
		String modifiers = type.modifiers().isEmpty() ? ""
				: type.modifiers().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
		return name + fields + modifiers;
	}

}
