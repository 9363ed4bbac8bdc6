package dev.migrator.internal.dialect.lexer;

/**
 * Writes a text between dollar quotes, with a tag that is not in it.
 */
public final class DollarQuote {

	private DollarQuote() {
	}

	public static String of(String tag, String text) {
		String free = tag;
		for (int number = 1; text.contains("$" + free); number++) {
			free = tag + "_" + number;
		}
		return "$" + free + "$" + text + "$" + free + "$";
	}

}
