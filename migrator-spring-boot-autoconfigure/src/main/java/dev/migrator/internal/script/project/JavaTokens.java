package dev.migrator.internal.script.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits Java source into the tokens of an annotation: names, strings and single
 * characters. Ignores comments. Does not use a regular expression, because that recurses
 * for each character of a long string.
 * <p>
 * A letter is a code point, and may be two {@code char}s: letters beyond U+FFFF can be
 * part of identifiers too.
 *
 * @see <a href=
 * "https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.8">Identifiers</a>
 */
final class JavaTokens {

	private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u+(\\p{XDigit}{4})|[\\s\\S])");

	private static final String TEXT_BLOCK = "\"\"\"";

	private final String source;

	private final List<Token> tokens = new ArrayList<>();

	private int position;

	private int line = 1;

	private JavaTokens(String source) {
		this.source = source;
	}

	/**
	 * A token.
	 *
	 * @param text the text, or the value of a string
	 * @param string whether it is a string
	 * @param line the line in which it begins
	 */
	record Token(String text, boolean string, int line) {

		boolean is(String other) {
			return !this.string && this.text.equals(other);
		}

	}

	static List<Token> of(String source) {
		JavaTokens tokens = new JavaTokens(source);
		while (tokens.position < source.length()) {
			int start = tokens.position;
			tokens.next();
			tokens.line += (int) source.substring(start, tokens.position).chars().filter((c) -> c == '\n').count();
		}
		return tokens.tokens;
	}

	private void next() {
		int start = this.position;
		int c = this.source.codePointAt(start);
		if (Character.isWhitespace(c)) {
			this.position++;
		}
		else if (at("//")) {
			this.position = endAt(this.source.indexOf('\n', start));
		}
		else if (at("/*")) {
			this.position = endAt(this.source.indexOf("*/", start + 2) + 2);
		}
		else if (at(TEXT_BLOCK)) {
			String block = quoted(TEXT_BLOCK);
			add(unescape(block.substring(block.indexOf('\n') + 1).stripIndent()), true);
		}
		else if (c == '"') {
			add(unescape(quoted("\"")), true);
		}
		else if (c == '\'') {
			quoted("'");
		}
		else if (Character.isJavaIdentifierStart(c)) {
			while (this.position < this.source.length()
					&& Character.isJavaIdentifierPart(this.source.codePointAt(this.position))) {
				this.position += Character.charCount(this.source.codePointAt(this.position));
			}
			add(this.source.substring(start, this.position), false);
		}
		else {
			this.position += Character.charCount(c);
			add(Character.toString(c), false);
		}
	}

	private void add(String text, boolean string) {
		this.tokens.add(new Token(text, string, this.line));
	}

	private boolean at(String text) {
		return this.source.startsWith(text, this.position);
	}

	private int endAt(int end) {
		return (end <= this.position) ? this.source.length() : end;
	}

	private String quoted(String quote) {
		int start = this.position + quote.length();
		this.position = start;
		while (this.position < this.source.length() && !at(quote)) {
			this.position += at("\\") ? 2 : 1;
		}
		int end = Math.min(this.position, this.source.length());
		this.position = Math.min(end + quote.length(), this.source.length());
		return this.source.substring(start, end);
	}

	private static String unescape(String text) {
		String withoutUnicode = ESCAPE.matcher(text)
			.replaceAll((escape) -> Matcher.quoteReplacement((escape.group(1) == null) ? escape.group()
					: String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
		try {
			return withoutUnicode.translateEscapes();
		}
		catch (IllegalArgumentException ex) {
			return withoutUnicode;
		}
	}

}
