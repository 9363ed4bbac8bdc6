package dev.migrator.script.writing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Strings as Java source.
 */
public final class JavaLiteral {

	private JavaLiteral() {
	}

	/**
	 * A string literal, or nothing for an empty string.
	 */
	static String of(String value) {
		return value.isEmpty() ? "" : quoted(value);
	}

	/**
	 * The value of an annotation's array: a literal for one, braces around several,
	 * nothing for none.
	 */
	static String of(List<String> values) {
		if (values.size() < 2) {
			return values.isEmpty() ? "" : quoted(values.get(0));
		}
		return values.stream().map(JavaLiteral::quoted).collect(Collectors.joining(", ", "{ ", " }"));
	}

	/**
	 * A string literal.
	 * @param value the string, also an empty one
	 * @return the literal, on one line
	 */
	public static String quoted(String value) {
		StringBuilder literal = new StringBuilder("\"");
		value.codePoints().forEach((c) -> {
			switch (c) {
				case '"' -> literal.append("\\\"");
				case '\\' -> literal.append("\\\\");
				case '\n' -> literal.append("\\n");
				case '\r' -> literal.append("\\r");
				case '\t' -> literal.append("\\t");
				default -> literal.append(isShown(c) ? Character.toString(c) : escaped(c));
			}
		});
		return literal.append('"').toString();
	}

	/**
	 * Beyond U+FFFF as the two halves that a string of Java has.
	 */
	private static String escaped(int c) {
		StringBuilder escaped = new StringBuilder();
		for (char half : Character.toChars(c)) {
			escaped.append("\\u%04x".formatted((int) half));
		}
		return escaped.toString();
	}

	/**
	 * Half of a surrogate pair without the other cannot stand in a file.
	 */
	private static boolean isShown(int c) {
		int type = Character.getType(c);
		return type != Character.CONTROL && type != Character.FORMAT && type != Character.LINE_SEPARATOR
				&& type != Character.PARAGRAPH_SEPARATOR && type != Character.UNASSIGNED && type != Character.SURROGATE;
	}

}
