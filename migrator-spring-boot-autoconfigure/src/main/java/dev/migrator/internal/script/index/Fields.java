package dev.migrator.internal.script.index;

import java.util.List;

/**
 * The fields of an index, one after the other: tabs end the fields of a line but the
 * last, which a line feed ends.
 */
final class Fields {

	private final String text;

	private int from;

	private boolean lineEnded = true;

	Fields(String text) {
		this.text = text;
	}

	/**
	 * Goes to the next line.
	 * @return whether there is one
	 * @throws IllegalArgumentException if fields of this line are left
	 */
	boolean nextLine() {
		if (!this.lineEnded) {
			throw new IllegalArgumentException("The line has more fields");
		}
		this.lineEnded = (this.from == this.text.length());
		return !this.lineEnded;
	}

	/**
	 * Returns whether the line has another field.
	 */
	boolean left() {
		return !this.lineEnded;
	}

	String next() {
		int start = this.from;
		int end = end();
		return this.text.substring(start, end);
	}

	long number() {
		int start = this.from;
		int end = end();
		return Long.parseLong(this.text, start, end, 10);
	}

	private int end() {
		if (this.lineEnded) {
			throw new IndexOutOfBoundsException("The line has no more fields");
		}
		int end = this.from;
		char c = this.text.charAt(end);
		while (c != '\t' && c != '\n') {
			c = this.text.charAt(++end);
		}
		this.lineEnded = (c == '\n');
		this.from = end + 1;
		return end;
	}

	List<String> list() {
		String field = next();
		if (field.indexOf(',') < 0) {
			return field.isEmpty() ? List.of() : List.of(field);
		}
		return List.of(field.split(","));
	}

	/**
	 * Returns a field that was {@link #escaped}.
	 */
	String escapedText() {
		String field = next();
		return (field.indexOf('\\') < 0) ? field : unescaped(field);
	}

	private static String unescaped(String field) {
		StringBuilder text = new StringBuilder(field.length());
		for (int i = 0; i < field.length(); i++) {
			char c = field.charAt(i);
			text.append((c != '\\') ? c : switch (field.charAt(++i)) {
				case 't' -> '\t';
				case 'n' -> '\n';
				case 'r' -> '\r';
				default -> '\\';
			});
		}
		return text.toString();
	}

	/**
	 * Escapes a text, so that it has no tabs and no line ends.
	 */
	static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
	}

}
