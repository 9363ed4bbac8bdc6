package dev.migrator.operation.source;

/**
 * Writes strings as Java source.
 */
public final class JavaText {

	private JavaText() {
	}

	/**
	 * Writes a string literal.
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
	 * Writes a character as an escape. One beyond U+FFFF becomes the two halves that a
	 * Java string has.
	 */
	private static String escaped(int c) {
		StringBuilder escaped = new StringBuilder();
		for (char half : Character.toChars(c)) {
			escaped.append("\\u%04x".formatted((int) half));
		}
		return escaped.toString();
	}

	/**
	 * Half of a surrogate pair cannot be written to a file.
	 */
	private static boolean isShown(int c) {
		int type = Character.getType(c);
		return type != Character.CONTROL && type != Character.FORMAT && type != Character.LINE_SEPARATOR
				&& type != Character.PARAGRAPH_SEPARATOR && type != Character.UNASSIGNED && type != Character.SURROGATE;
	}

}
