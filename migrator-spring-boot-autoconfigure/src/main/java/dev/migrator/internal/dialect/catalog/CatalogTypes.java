package dev.migrator.internal.dialect.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.ddl.TypeSql;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.DataType.WrittenType;
import dev.migrator.schema.IntervalFields;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Reads types. Reads what {@link TypeSql} writes as the same type.
 */
final class CatalogTypes {

	/** The columns that describe a type; {@link #of} takes the index of the first. */
	static final String COLUMNS = """
			tn.nspname, b.typname, a.atttypmod, e.oid is not null,
			case when a.atttypmod >= 0 and tn.nspname <> 'pg_catalog' then pg_catalog.format_type(b.oid, a.atttypmod) end""";

	/** The types of the columns {@code a}. */
	static final String JOINS = """
			join pg_catalog.pg_type t on t.oid = a.atttypid
			left join pg_catalog.pg_type e on e.oid = t.typelem and e.typarray = t.oid
			join pg_catalog.pg_type b on b.oid = coalesce(e.oid, t.oid)
			join pg_catalog.pg_namespace tn on tn.oid = b.typnamespace
			""";

	/** The types whose name in the catalog differs from SQL. */
	private static final Map<BuiltIn, String> OTHER_NAMES = Map.of(BuiltIn.SMALLINT, "int2", BuiltIn.INTEGER, "int4",
			BuiltIn.BIGINT, "int8", BuiltIn.REAL, "float4", BuiltIn.DOUBLE_PRECISION, "float8", BuiltIn.CHAR, "bpchar",
			BuiltIn.BOOLEAN, "bool", BuiltIn.BYTE_CHAR, "char");

	private static final Map<String, BuiltIn> BUILT_IN = Arrays.stream(BuiltIn.values())
		.collect(Collectors.toUnmodifiableMap(
				(type) -> OTHER_NAMES.getOrDefault(type, type.name().toLowerCase(Locale.ROOT)), Function.identity()));

	/** The bits of an interval's modifier, as in the server's timestamp.h. */
	private static final Map<String, Integer> FIELD_BITS = Map.of("YEAR", 1 << 2, "MONTH", 1 << 1, "DAY", 1 << 3,
			"HOUR", 1 << 10, "MINUTE", 1 << 11, "SECOND", 1 << 12);

	private static final List<String> FIELDS = List.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND");

	private static final int ALL_FIELDS = 0x7FFF;

	private static final int ANY_PRECISION = 0xFFFF;

	private final CatalogNames names;

	CatalogTypes(CatalogNames names) {
		this.names = names;
	}

	DataType of(Row row, int first) {
		DataType type = single(row.required(first), row.required(first + 1), Integer.parseInt(row.required(first + 2)),
				row.text(first + 4));
		return row.required(first + 3).equals("t") ? new ArrayType(type) : type;
	}

	private DataType single(String schema, String name, int modifier, @Nullable String written) {
		if (written != null) {
			return new WrittenType(written);
		}
		BuiltIn builtIn = schema.equals("pg_catalog") ? BUILT_IN.get(name) : null;
		if (builtIn == null || (modifier < 0 && (builtIn == BuiltIn.CHAR || builtIn == BuiltIn.BIT))) {
			// SQL reads char and bit without a length as types of length 1.
			return new NamedType((builtIn != null) ? new ObjectName(schema, name) : this.names.of(schema, name));
		}
		return (modifier < 0) ? new BuiltInType(builtIn, List.of(), null) : modified(builtIn, modifier);
	}

	private static DataType modified(BuiltIn type, int modifier) {
		return switch (type) {
			case VARCHAR, CHAR -> new BuiltInType(type, List.of(modifier - 4), null);
			case NUMERIC ->
				new BuiltInType(type, List.of((modifier - 4) >> 16 & 0xFFFF, signed((modifier - 4) & 0x7FF)), null);
			case INTERVAL -> interval(modifier >> 16 & ALL_FIELDS, modifier & 0xFFFF);
			default -> new BuiltInType(type, List.of(modifier), null);
		};
	}

	/**
	 * Converts a scale, which has eleven bits, and may be negative since PostgreSQL 15.
	 */
	private static int signed(int scale) {
		return (scale ^ 1024) - 1024;
	}

	private static DataType interval(int bits, int precision) {
		List<Integer> modifiers = (precision == ANY_PRECISION) ? List.of() : List.of(precision);
		IntervalFields fields = (bits == ALL_FIELDS) ? null
				: Arrays.stream(IntervalFields.values())
					.filter((candidate) -> bits(candidate) == bits)
					.findFirst()
					.orElseThrow();
		return new BuiltInType(BuiltIn.INTERVAL, modifiers, fields);
	}

	private static int bits(IntervalFields fields) {
		String[] ends = fields.name().split("_TO_", -1);
		return FIELDS.subList(FIELDS.indexOf(ends[0]), FIELDS.indexOf(ends[ends.length - 1]) + 1)
			.stream()
			.mapToInt(FIELD_BITS::get)
			.sum();
	}

}
