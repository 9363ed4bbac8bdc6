package dev.migrator.internal.dialect.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.DataType.NamedType;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes checks of a column that has one of several values, as a person writes
 * them: {@code status IN ('A', 'B')}.
 */
public final class ValueList {

	/** The maximum width of a line. */
	private static final int WIDTH = 100;

	private static final String INDENT = "        ";

	private static final String LITERAL = "'(?:[^']|'')*+'";

	private static final String COLUMN = "(?:%s|%s)".formatted(NameText.QUOTED, NameText.UNQUOTED);

	/** A list as the server prints it: column, operator, elements. */
	private static final Pattern PRINTED = Pattern.compile(
			"(?<column>%s) (?<operator>= ANY|<> ALL) \\(ARRAY\\[(?<elements>.*?)]\\)".formatted(COLUMN),
			Pattern.DOTALL);

	/** A list of a {@code varchar} column, which the server compares as text. */
	private static final Pattern PRINTED_AS_TEXT = Pattern.compile(
			"\\((?<column>%s)\\)::text (?<operator>= ANY|<> ALL) \\(\\(ARRAY\\[(?<elements>.*?)](?:::character varying\\[])?\\)::text\\[]\\)"
				.formatted(COLUMN),
			Pattern.DOTALL);

	/** A list with one value, as the server prints it. */
	private static final Pattern ALONE = Pattern
		.compile("\\(*(?<column>%s)\\)*(?:::text)? = (?<element>%s)(?:::[a-z ]+)?\\)*".formatted(COLUMN, LITERAL));

	private static final Pattern NUMBERS = Pattern.compile("\\d+(?:, \\d+)*");

	/** A list of strings or numbers, as a person or Hibernate writes it. */
	private static final Pattern WRITTEN = Pattern.compile(
			"(?<open>\\()?(?<column>%1$s) (?<not>not )?in ?\\((?<elements>%2$s(?:, ?%2$s)*+|\\d++(?:, ?\\d++)*+)\\)(?<close>\\))?"
				.formatted(COLUMN, LITERAL),
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ELEMENT = Pattern.compile(LITERAL + "|\\d++");

	private ValueList() {
	}

	/**
	 * Writes a check of a list of values as a person writes it, always in the same form.
	 * PostgreSQL prints the same for both texts.
	 * @param condition a condition, as PostgreSQL prints it or as it is in a model
	 * @param types the types of columns, by name
	 * @return the same condition, rewritten if it is a list of values
	 */
	public static String readable(String condition, Function<String, @Nullable DataType> types) {
		Matcher written = written(condition);
		if (written != null) {
			return list(written.group("column"), written.group("not") == null,
					String.join(", ", elements(written.group("elements"))));
		}
		for (Pattern pattern : List.of(PRINTED, PRINTED_AS_TEXT)) {
			Matcher printed = pattern.matcher(condition);
			if (printed.matches()) {
				DataType type = types.apply(NameText.of(printed.group("column")));
				String elements = (type != null)
						? elements(printed.group("elements"), type, pattern.equals(PRINTED_AS_TEXT)) : null;
				if (elements != null) {
					return list(printed.group("column"), printed.group("operator").equals("= ANY"), elements);
				}
			}
		}
		return condition;
	}

	private static String list(String column, boolean in, String elements) {
		return "%s %s (%s)".formatted(column, in ? "IN" : "NOT IN", elements);
	}

	private static @Nullable Matcher written(String condition) {
		Matcher written = WRITTEN.matcher(condition);
		boolean matches = written.matches() && (written.group("open") == null) == (written.group("close") == null);
		return matches ? written : null;
	}

	/**
	 * Returns the values that a column may have by a check of a list of strings, or of a
	 * single one.
	 */
	static Optional<CheckedValues> values(String condition) {
		Matcher written = written(condition);
		if (written != null && written.group("not") == null) {
			boolean numbers = Character.isDigit(written.group("elements").charAt(0));
			return Optional.of(of(written.group("column"), elements(written.group("elements")), numbers));
		}
		for (Pattern pattern : List.of(PRINTED, PRINTED_AS_TEXT)) {
			Matcher printed = pattern.matcher(condition);
			if (printed.matches() && printed.group("operator").equals("= ANY")) {
				boolean numbers = NUMBERS.matcher(printed.group("elements")).matches();
				List<String> values = numbers ? elements(printed.group("elements"))
						: literals(printed.group("elements"));
				return values.isEmpty() ? Optional.empty() : Optional.of(of(printed.group("column"), values, numbers));
			}
		}
		Matcher alone = ALONE.matcher(condition);
		return alone.matches() ? Optional.of(of(alone.group("column"), List.of(alone.group("element")), false))
				: Optional.empty();
	}

	private static CheckedValues of(String column, List<String> elements, boolean numbers) {
		return new CheckedValues(NameText.of(column),
				numbers ? elements
						: elements.stream()
							.map((literal) -> literal.substring(1, literal.length() - 1).replace("''", "'"))
							.toList(),
				numbers);
	}

	private static List<String> elements(String list) {
		return ELEMENT.matcher(list).results().map(MatchResult::group).toList();
	}

	/**
	 * Returns the elements without the casts that the server adds by itself for a column
	 * of the type, or {@code null} if they have other casts.
	 */
	private static @Nullable String elements(String printed, DataType type, boolean asText) {
		if (type instanceof NamedType named) {
			return asText ? null : literals(printed, NameSql.of(named.name()));
		}
		if (!(type instanceof BuiltInType builtIn)) {
			return null;
		}
		return switch (builtIn.type()) {
			case VARCHAR -> asText ? literals(printed, "character varying") : null;
			case TEXT -> asText ? null : literals(printed, "text");
			case CHAR -> asText ? null : literals(printed, "bpchar");
			case SMALLINT, INTEGER -> (!asText && NUMBERS.matcher(printed).matches()) ? printed : null;
			default -> null;
		};
	}

	private static @Nullable String literals(String printed, String cast) {
		String element = LITERAL + Pattern.quote("::" + cast);
		if (!printed.matches("(?s)" + element + "(?:, " + element + ")*+")) {
			return null;
		}
		return String.join(", ", literals(printed));
	}

	private static List<String> literals(String list) {
		return Pattern.compile(LITERAL).matcher(list).results().map(MatchResult::group).toList();
	}

	/**
	 * Splits a condition into several lines, if it is a list too long for one line.
	 */
	public static String wrapped(String condition) {
		Matcher written = (condition.length() > WIDTH) ? written(condition) : null;
		if (written == null) {
			return condition;
		}
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String literal : elements(written.group("elements"))) {
			if (!line.isEmpty() && INDENT.length() + line.length() + literal.length() + 2 > WIDTH) {
				lines.add(line + ",");
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : ", ").append(literal);
		}
		lines.add(line.toString());
		return list(written.group("column"), written.group("not") == null,
				"\n" + INDENT + String.join("\n" + INDENT, lines));
	}

}
