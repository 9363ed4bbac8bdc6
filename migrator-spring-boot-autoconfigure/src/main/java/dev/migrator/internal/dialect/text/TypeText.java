package dev.migrator.internal.dialect.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.DataType.WrittenType;
import dev.migrator.schema.IntervalFields;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads types as people and tools write them: {@code int8}, {@code varchar(255) array},
 * {@code timestamp(6) with time zone}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
public final class TypeText {

	private static final Map<String, BuiltIn> NAMES = names();

	/**
	 * Each of these also makes a sequence and a default, and is not a type of a value.
	 */
	private static final Set<String> SERIALS = Set.of("SERIAL", "SERIAL2", "SERIAL4", "SERIAL8", "SMALLSERIAL",
			"BIGSERIAL");

	private static final int REAL_DIGITS = 24;

	private static final int DOUBLE_DIGITS = 53;

	private TypeText() {
	}

	/**
	 * Reads a type.
	 * @param sql the type as written in SQL
	 * @return the type; a {@link WrittenType} if it is more than a name and not a
	 * built-in type of every PostgreSQL
	 */
	public static DataType parse(String sql) {
		try {
			List<String> lexemes = new ArrayList<>(Lexemes.of(sql));
			boolean array = takeArray(lexemes);
			DataType type = element(lexemes);
			if (type == null) {
				return new WrittenType(sql.strip());
			}
			return array ? Types.array(type) : type;
		}
		catch (InvalidDefinitionException | UnreadableSqlException ex) {
			return new WrittenType(sql.strip());
		}
	}

	private static boolean takeArray(List<String> lexemes) {
		boolean array = false;
		while (last(lexemes).equals("]") && lexemes.lastIndexOf("[") > 0) {
			lexemes.subList(lexemes.lastIndexOf("["), lexemes.size()).clear();
			array = true;
		}
		if (lexemes.indexOf("ARRAY") > 0 && last(lexemes).equals("ARRAY")) {
			lexemes.remove(lexemes.size() - 1);
			array = true;
		}
		return array;
	}

	private static @Nullable DataType element(List<String> lexemes) {
		if (lexemes.size() > 2 && lexemes.get(0).equals("PG_CATALOG") && lexemes.get(1).equals(".")) {
			lexemes.subList(0, 2).clear();
		}
		List<String> words = new ArrayList<>(lexemes);
		List<Integer> modifiers = takeModifiers(words);
		if (modifiers == null) {
			return null;
		}
		String phrase = String.join(" ", words);
		if (phrase.equals("FLOAT")) {
			return floatingPoint(modifiers);
		}
		if (phrase.startsWith("INTERVAL ")) {
			return interval(modifiers, phrase.substring("INTERVAL ".length()).replace(' ', '_'));
		}
		BuiltIn builtIn = NAMES.get(phrase);
		if (builtIn != null) {
			return new BuiltInType(builtIn, withDefaults(builtIn, modifiers), null);
		}
		return (modifiers.isEmpty() && !SERIALS.contains(phrase)) ? named(words) : null;
	}

	private static @Nullable List<Integer> takeModifiers(List<String> words) {
		int open = words.indexOf("(");
		if (open < 0) {
			return List.of();
		}
		int close = words.lastIndexOf(")");
		if (close < open) {
			return null;
		}
		List<Integer> modifiers = new ArrayList<>();
		for (String word : words.subList(open + 1, close)) {
			if (word.matches("\\d{1,6}")) {
				modifiers.add(Integer.valueOf(word));
			}
			else if (!word.equals(",")) {
				return null;
			}
		}
		words.subList(open, close + 1).clear();
		return modifiers;
	}

	/**
	 * Adds the modifiers that PostgreSQL assumes if there are none.
	 */
	private static List<Integer> withDefaults(BuiltIn type, List<Integer> modifiers) {
		if (modifiers.isEmpty() && (type == BuiltIn.CHAR || type == BuiltIn.BIT)) {
			return List.of(1);
		}
		if (modifiers.size() == 1 && type == BuiltIn.NUMERIC) {
			return List.of(modifiers.get(0), 0);
		}
		return modifiers;
	}

	private static @Nullable DataType floatingPoint(List<Integer> modifiers) {
		int digits = modifiers.isEmpty() ? DOUBLE_DIGITS : modifiers.get(0);
		if (modifiers.size() > 1 || digits < 1 || digits > DOUBLE_DIGITS) {
			return null;
		}
		return (digits <= REAL_DIGITS) ? Types.real() : Types.doublePrecision();
	}

	private static @Nullable DataType interval(List<Integer> modifiers, String fields) {
		for (IntervalFields known : IntervalFields.values()) {
			if (known.name().equals(fields)) {
				return new BuiltInType(BuiltIn.INTERVAL, modifiers, known);
			}
		}
		return null;
	}

	private static @Nullable DataType named(List<String> words) {
		if (words.size() == 1 && isName(words.get(0))) {
			return new NamedType(new ObjectName(null, NameText.of(words.get(0))));
		}
		if (words.size() == 3 && words.get(1).equals(".") && isName(words.get(0)) && isName(words.get(2))) {
			return new NamedType(new ObjectName(NameText.of(words.get(0)), NameText.of(words.get(2))));
		}
		return null;
	}

	static boolean isName(String lexeme) {
		return lexeme.startsWith("\"") || lexeme.matches(NameText.UNQUOTED);
	}

	private static String last(List<String> lexemes) {
		return lexemes.isEmpty() ? "" : lexemes.get(lexemes.size() - 1);
	}

	private static Map<String, BuiltIn> names() {
		Map<String, BuiltIn> names = new HashMap<>();
		for (BuiltIn type : BuiltIn.values()) {
			names.put(type.name(), type);
		}
		names.remove(BuiltIn.BYTE_CHAR.name());
		names.remove(BuiltIn.DOUBLE_PRECISION.name());
		names.put("\"char\"", BuiltIn.BYTE_CHAR);
		names.put("DOUBLE PRECISION", BuiltIn.DOUBLE_PRECISION);
		names.put("FLOAT8", BuiltIn.DOUBLE_PRECISION);
		names.put("FLOAT4", BuiltIn.REAL);
		names.put("INT", BuiltIn.INTEGER);
		names.put("INT2", BuiltIn.SMALLINT);
		names.put("INT4", BuiltIn.INTEGER);
		names.put("INT8", BuiltIn.BIGINT);
		names.put("DECIMAL", BuiltIn.NUMERIC);
		names.put("DEC", BuiltIn.NUMERIC);
		names.put("BOOL", BuiltIn.BOOLEAN);
		names.put("CHARACTER", BuiltIn.CHAR);
		names.put("CHARACTER VARYING", BuiltIn.VARCHAR);
		names.put("CHAR VARYING", BuiltIn.VARCHAR);
		names.put("BIT VARYING", BuiltIn.VARBIT);
		names.put("TIME WITHOUT TIME ZONE", BuiltIn.TIME);
		names.put("TIME WITH TIME ZONE", BuiltIn.TIMETZ);
		names.put("TIMESTAMP WITHOUT TIME ZONE", BuiltIn.TIMESTAMP);
		names.put("TIMESTAMP WITH TIME ZONE", BuiltIn.TIMESTAMPTZ);
		return Map.copyOf(names);
	}

}
