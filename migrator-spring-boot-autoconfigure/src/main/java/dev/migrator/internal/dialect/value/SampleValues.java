package dev.migrator.internal.dialect.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Domain;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Provides values of a type, a different one each time if the type has enough values.
 * Values of numbers, times and texts use the full precision of the type: all digits, all
 * parts.
 */
public final class SampleValues {

	private final Map<ObjectName, List<String>> enums = new HashMap<>();

	private final Map<ObjectName, DataType> domains = new HashMap<>();

	public SampleValues(Collection<EnumType> enums, Collection<Domain> domains) {
		enums.forEach((type) -> this.enums.put(type.name(), type.values()));
		domains.forEach((domain) -> this.domains.put(domain.name(), domain.type()));
	}

	/**
	 * Returns a value as text that the server reads as a value of the type.
	 * @param type the type
	 * @param number the number of the value, from 1
	 * @return the text, or nothing if no value of the type is known
	 */
	public Optional<String> of(DataType type, int number) {
		if (type instanceof ArrayType array) {
			return of(array.element(), number).map((element) -> "{\"%s\"}".formatted(escaped(element)));
		}
		if (type instanceof BuiltInType builtIn) {
			return Optional.ofNullable(ofBuiltIn(builtIn, number));
		}
		return type.userType().flatMap((name) -> {
			List<String> values = this.enums.getOrDefault(name, List.of());
			DataType base = this.domains.get(name);
			return (base != null) ? of(base, number)
					: values.isEmpty() ? Optional.empty() : Optional.of(values.get((number - 1) % values.size()));
		});
	}

	/**
	 * Returns how many values a type has, if they are listed.
	 * @param type the type
	 * @return the number, 1 for all other types
	 */
	int choices(DataType type) {
		ObjectName name = type.userType().orElse(null);
		DataType base = (name != null) ? this.domains.get(name) : null;
		return (base != null) ? choices(base) : (name != null) ? this.enums.getOrDefault(name, List.of()).size() : 1;
	}

	private static String escaped(String element) {
		return element.replace("\\", "\\\\").replace("\"", "\\\"");
	}

	private static @Nullable String ofBuiltIn(BuiltInType type, int number) {
		List<Integer> modifiers = type.modifiers();
		return switch (type.type()) {
			case SMALLINT, INTEGER, BIGINT, OID, XID, XID8, CID -> String.valueOf(number);
			case NUMERIC -> numeric(modifiers, number);
			case REAL, DOUBLE_PRECISION, MONEY -> number + ".5";
			case TEXT, NAME -> "text " + number;
			case VARCHAR, CHAR -> text(type, number);
			case BYTE_CHAR -> String.valueOf((char) ('a' + number));
			case BYTEA -> "\\x0%s".formatted(number);
			case BIT, VARBIT -> bits(modifiers, number);
			case BOOLEAN -> String.valueOf(number % 2 == 1);
			case UUID -> "00000000-0000-4000-8000-00000000000" + number;
			case JSON, JSONB -> "{\"key\": %s}".formatted(number);
			case JSONPATH -> "$.key" + number;
			case XML -> "<key>%s</key>".formatted(number);
			case DATE -> date(number);
			case TIME -> time(number);
			case TIMETZ -> time(number) + "+00";
			case TIMESTAMP -> date(number) + " " + time(number);
			case TIMESTAMPTZ -> date(number) + " " + time(number) + "+00";
			case INTERVAL -> "%s days 01:02:0%s".formatted(number, number);
			case POINT -> "(%1$s,%1$s)".formatted(number);
			case LINE -> "{1,%s,1}".formatted(number);
			case LSEG, BOX -> "(0,0),(%1$s,%1$s)".formatted(number);
			case PATH, POLYGON -> "((0,0),(%1$s,0),(0,%1$s))".formatted(number);
			case CIRCLE -> "<(0,0),%s>".formatted(number);
			case INET, CIDR -> "10.0.0." + number;
			case MACADDR -> "08:00:2b:01:02:0" + number;
			case MACADDR8 -> "08:00:2b:01:02:03:04:0" + number;
			case TSVECTOR, TSQUERY -> "word" + number;
			case INT4RANGE, INT8RANGE, NUMRANGE -> range("%s0", "%s5", number);
			case DATERANGE -> range("200%s-01-01", "200%s-02-01", number);
			case TSRANGE -> range("200%s-01-01 00:00", "200%s-02-01 00:00", number);
			case TSTZRANGE -> range("200%s-01-01 00:00+00", "200%s-02-01 00:00+00", number);
			default -> null;
		};
	}

	private static String date(int number) {
		return "200%1$s-0%1$s-1%1$s".formatted(number);
	}

	private static String time(int number) {
		return "0%1$s:02:03".formatted(number);
	}

	private static String range(String from, String to, int number) {
		return "[%s,%s)".formatted(from.formatted(number), to.formatted(number));
	}

	private static String numeric(List<Integer> modifiers, int number) {
		if (modifiers.isEmpty()) {
			return number + ".25";
		}
		int scale = (modifiers.size() > 1) ? modifiers.get(1) : 0;
		String before = (modifiers.get(0) > Math.max(scale, 0)) ? String.valueOf(number) : "0";
		return (scale > 0) ? before + "." + "0".repeat(scale - 1) + number : before + "0".repeat(Math.max(0, -scale));
	}

	private static String text(BuiltInType type, int number) {
		int length = type.modifiers().isEmpty() ? ((type.type() == BuiltIn.CHAR) ? 1 : 255) : type.modifiers().get(0);
		String text = "text " + number;
		return (length >= text.length()) ? text : String.valueOf(number);
	}

	private static String bits(List<Integer> modifiers, int number) {
		int length = modifiers.isEmpty() ? 1 : modifiers.get(0);
		List<String> bits = new ArrayList<>();
		for (int i = 0; i < length; i++) {
			bits.add((i == (number - 1) % length) ? "1" : "0");
		}
		return String.join("", bits);
	}

}
