package dev.migrator.internal.dialect.lexer;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.schema.ObjectName;

/**
 * Writes names and values into the migrator's own SQL statements.
 */
public final class SqlText {

	private static final Pattern ESCAPED = Pattern.compile("[\\\\\\x01-\\x1F\\x7F&&[^\\n\\t]]");

	private SqlText() {
	}

	/**
	 * Quotes a name, so that its letter case and all of its characters are kept.
	 * @param name a single name, not a dotted one
	 * @return the quoted identifier
	 */
	public static String identifier(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	/**
	 * Quotes a value. A value with a backslash becomes an escape string, which means the
	 * same whatever a script did to {@code standard_conforming_strings}. So does a value
	 * with a carriage return, because an editor or a version control system takes it for
	 * a line end and changes it, and a value with another control character, because a
	 * terminal obeys it.
	 * @param value the value
	 * @return the literal
	 */
	public static String literal(String value) {
		String doubled = value.replace("'", "''");
		if (!ESCAPED.matcher(value).find()) {
			return '\'' + doubled + '\'';
		}
		return "E'" + ESCAPED.matcher(doubled).replaceAll((found) -> escape(found.group().charAt(0))) + '\'';
	}

	private static String escape(char character) {
		return switch (character) {
			case '\\' -> "\\\\\\\\";
			case '\r' -> "\\\\r";
			default -> "\\\\x%02X".formatted((int) character);
		};
	}

	/**
	 * Writes names as rows of {@code VALUES}.
	 * @param names the names, at least one
	 * @return a schema, or NULL for the default one, and a name in each row
	 */
	public static String nameRows(Collection<ObjectName> names) {
		return names.stream()
			.map((name) -> "(%s::name, %s::name)".formatted((name.schema() != null) ? literal(name.schema()) : "NULL",
					literal(name.name())))
			.collect(Collectors.joining(", "));
	}

	/**
	 * Makes a statement that runs code.
	 * @param body the code, in PL/pgSQL
	 * @return a DO statement, with its semicolon and a line end
	 */
	public static String block(String body) {
		return "DO " + dollarQuoted("migrator", "\n" + body.stripTrailing() + "\n") + ";\n";
	}

	/**
	 * Quotes a text without changing anything in it.
	 * @param name the text between the dollar signs
	 * @param text the text
	 * @return the text between dollar quotes that do not occur in it
	 */
	public static String dollarQuoted(String name, String text) {
		String tag = "$" + name + "$";
		for (int i = 1; text.contains(tag); i++) {
			tag = "$" + name + i + "$";
		}
		return tag + text + tag;
	}

}
