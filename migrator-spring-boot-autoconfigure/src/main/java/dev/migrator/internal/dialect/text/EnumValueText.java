package dev.migrator.internal.dialect.text;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.TextArray;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.ObjectName;

/**
 * Renames and prints values of enum types in SQL as PostgreSQL prints it:
 * {@code 'PLANNED'::workout_status} and {@code '{PLANNED,DONE}'::workout_status[]}.
 */
public final class EnumValueText {

	private static final Pattern TOKEN = Pattern
		.compile("('(?:[^']++|'')*+')(?:::((?:%1$s|%2$s)(?:\\.(?:%1$s|%2$s))?)(\\[\\])?)?|%1$s"
			.formatted(NameText.QUOTED, NameText.UNQUOTED));

	private EnumValueText() {
	}

	/**
	 * Renames values of types in SQL.
	 * @param sql SQL as PostgreSQL prints it
	 * @param types by type, the new values by the old ones
	 * @return the SQL that PostgreSQL prints after the renaming
	 */
	public static String rename(String sql, Map<ObjectName, Map<String, String>> types) {
		if (types.isEmpty()) {
			return sql;
		}
		Map<String, Map<String, String>> written = types.entrySet()
			.stream()
			.collect(Collectors.toMap((type) -> NameSql.of(type.getKey()), Map.Entry::getValue));
		return TOKEN.matcher(sql).replaceAll((token) -> Matcher.quoteReplacement(renamed(token, written)));
	}

	private static String renamed(MatchResult token, Map<String, Map<String, String>> types) {
		String type = token.group(2);
		Map<String, String> values = (type != null) ? types.get(type) : null;
		if (values == null) {
			return token.group();
		}
		boolean array = token.group(3) != null;
		return literal(token.group(1), values, array) + "::" + type + (array ? "[]" : "");
	}

	private static String literal(String literal, Map<String, String> values, boolean array) {
		String text = literal.substring(1, literal.length() - 1).replace("''", "'");
		if (!array) {
			String value = values.get(text);
			return (value != null) ? printed(value) : literal;
		}
		if (!text.startsWith("{") || text.startsWith("{{")) {
			return literal;
		}
		List<String> elements = TextArray.read(text);
		return elements.stream().noneMatch(values::containsKey) ? literal
				: printed(elements.stream()
					.map((element) -> element(values.getOrDefault(element, element)))
					.collect(Collectors.joining(",", "{", "}")));
	}

	/**
	 * Quotes a text as the server prints it: the server doubles only quotes.
	 */
	private static String printed(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/**
	 * @see <a href= "https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO">Array
	 * Input and Output Syntax</a>
	 */
	private static String element(String value) {
		boolean plain = !value.isEmpty() && !value.equalsIgnoreCase("null")
				&& value.chars().noneMatch((c) -> "{}\",\\".indexOf(c) >= 0 || Character.isWhitespace(c));
		return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	/**
	 * Writes a literal as PostgreSQL would print it, without its type.
	 * @param literal the literal
	 * @return the text
	 */
	public static String literal(Literal literal) {
		return (literal.value() instanceof List<?> elements)
				? elements.stream()
					.map((element) -> literal((Literal) element))
					.collect(Collectors.joining(", ", "ARRAY[", "]"))
				: SqlText.literal(String.valueOf(literal.value()));
	}

}
