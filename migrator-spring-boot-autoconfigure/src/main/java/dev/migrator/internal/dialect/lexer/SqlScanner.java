package dev.migrator.internal.dialect.lexer;

import dev.migrator.schema.NameRule;
import dev.migrator.schema.TextRule;

/**
 * Cuts a script into lexical tokens by the rules of PostgreSQL with
 * {@code standard_conforming_strings} on. White space and block comments are passed over.
 * <p>
 * What the splitting into statements does not need is not told apart: a prefix such as
 * {@code U&}, {@code B}, {@code X} or {@code N} changes nothing about where a string
 * ends, and neither does its continuation in the next line. Both matter for {@code E}
 * alone, where a backslash can hide a quote. An operator is not kept together, so that a
 * comment can begin after any of its characters.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical
 * Structure</a>
 */
public final class SqlScanner {

	private final CharacterSource source;

	private final QuotedText quoted;

	private final StringBuilder text = new StringBuilder();

	private long start;

	private int line;

	private int column;

	private int lastTokenLine;

	private Continuation continuation = Continuation.NONE;

	private boolean continued;

	public SqlScanner(CharacterSource source) {
		this.source = source;
		this.quoted = new QuotedText(source);
	}

	/**
	 * Takes the next token.
	 * @return what it is
	 */
	public Kind next() {
		while (true) {
			skipWhiteSpace();
			this.start = this.source.offset();
			this.line = this.source.line();
			this.column = this.source.column();
			this.continued = false;
			int c = this.source.next();
			if (c == '-' && this.source.take('-')) {
				readLineComment();
				return Kind.LINE_COMMENT;
			}
			if (c == '/' && this.source.take('*')) {
				this.quoted.skipBlockComment(this.line, this.column);
				this.lastTokenLine = this.source.line();
				this.continuation = Continuation.NONE;
				continue;
			}
			Kind kind = read(c);
			this.lastTokenLine = this.source.line();
			return kind;
		}
	}

	/**
	 * Forgets that a string could go on after the next line end.
	 */
	void reset() {
		this.continuation = Continuation.NONE;
	}

	public long start() {
		return this.start;
	}

	public int line() {
		return this.line;
	}

	int column() {
		return this.column;
	}

	/**
	 * The word, of whose letters those of ASCII are in upper case, or what stands behind
	 * the hyphens of a line comment.
	 * @return the text
	 */
	public String text() {
		return TextRule.whole(this.text.toString());
	}

	boolean is(String word) {
		return this.text.length() == word.length() && this.text.indexOf(word) == 0;
	}

	/**
	 * Whether no other token stands in the line in which this one begins.
	 * @return whether it is the first
	 */
	boolean isFirstInLine() {
		return this.lastTokenLine < this.line;
	}

	/**
	 * Whether the token is a quoted text that goes on with an escape string of a line
	 * above.
	 */
	public boolean continuesEscapeString() {
		return this.continued;
	}

	private Kind read(int c) {
		this.continued = (this.continuation == Continuation.NEXT_QUOTE && c == '\'');
		this.continuation = Continuation.NONE;
		return switch (c) {
			case CharacterSource.END -> Kind.END;
			case ';' -> Kind.SEMICOLON;
			case '(' -> Kind.OPEN;
			case ')' -> Kind.CLOSE;
			case '.' -> Kind.DOT;
			case '\\' -> Kind.BACKSLASH;
			case '\'' -> this.continued ? escapeString() : string();
			case '"' -> {
				this.quoted.skipIdentifier(this.line, this.column);
				yield Kind.OTHER;
			}
			case '$' -> dollar();
			default -> isWordStart(c) ? word(c) : isDigit(c) ? number() : Kind.OTHER;
		};
	}

	private Kind word(int first) {
		if (collectWord(first) > 1) {
			return Kind.WORD;
		}
		int c = this.source.peek();
		return switch (this.text.charAt(0)) {
			case 'E' -> this.source.take('\'') ? escapeString() : Kind.WORD;
			case 'B', 'N', 'X' -> (c == '\'') ? Kind.OTHER : Kind.WORD;
			case 'U' -> (c == '&') ? Kind.OTHER : Kind.WORD;
			default -> Kind.WORD;
		};
	}

	private int collectWord(int first) {
		this.text.setLength(0);
		int length = 0;
		for (int c = first;; c = this.source.next()) {
			// a character has a byte or more, so this is enough of a name
			if (length++ < NameRule.MAX_BYTES) {
				this.text.append((char) ((c >= 'a' && c <= 'z') ? c - 32 : c));
			}
			if (!isWordPart(this.source.peek())) {
				return length;
			}
		}
	}

	private Kind string() {
		this.quoted.skipString(this.line, this.column);
		return Kind.OTHER;
	}

	private Kind escapeString() {
		this.quoted.skipEscapeString(this.line, this.column);
		this.continuation = Continuation.NEXT_LINE;
		return Kind.OTHER;
	}

	private Kind dollar() {
		int c = this.source.peek();
		if (isDigit(c)) {
			return number();
		}
		StringBuilder tag = new StringBuilder("$");
		if (isWordStart(c)) {
			while (isWordPart(this.source.peek()) && this.source.peek() != '$') {
				tag.append((char) this.source.next());
			}
		}
		if (this.source.take('$')) {
			this.quoted.skipDollarQuote(tag.append('$').toString(), this.line, this.column);
		}
		return Kind.OTHER;
	}

	/**
	 * Passes over a number with all that the server would call junk behind it: since
	 * PostgreSQL 15 the {@code E} of {@code 1E'} begins no string.
	 */
	private Kind number() {
		skipDigits();
		boolean junk = false;
		if (this.source.take('e') || this.source.take('E')) {
			junk = !this.source.take('-') && !this.source.take('+');
			skipDigits();
		}
		if (junk || isWordStart(this.source.peek())) {
			while (isWordPart(this.source.peek())) {
				this.source.next();
			}
		}
		return Kind.OTHER;
	}

	private void skipDigits() {
		while (isDigit(this.source.peek())) {
			this.source.next();
		}
	}

	private void readLineComment() {
		this.text.setLength(0);
		int c;
		while ((c = this.source.peek()) != '\n' && c != '\r' && c != CharacterSource.END) {
			this.source.next();
			if (this.text.length() < LineComment.MAX_TEXT) {
				this.text.append((char) c);
			}
		}
	}

	private void skipWhiteSpace() {
		for (int c = this.source.peek(); isWhiteSpace(c); c = this.source.peek()) {
			this.source.next();
			if (this.continuation == Continuation.NEXT_LINE && (c == '\n' || c == '\r')) {
				this.continuation = Continuation.NEXT_QUOTE;
			}
		}
	}

	private static boolean isWhiteSpace(int c) {
		return c == ' ' || (c >= '\t' && c <= '\r');
	}

	private static boolean isDigit(int c) {
		return c >= '0' && c <= '9';
	}

	/**
	 * Every character beyond ASCII is one of an identifier, no-break spaces and emoji
	 * included, and so are both halves of a surrogate pair: to the server each byte from
	 * 0x80 on is a letter ({@code ident_start} in <a href=
	 * "https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/parser/scan.l">scan.l</a>).
	 */
	private static boolean isWordStart(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
	}

	private static boolean isWordPart(int c) {
		return isWordStart(c) || isDigit(c) || c == '$';
	}

	/**
	 * What a token is, as far as statements need it.
	 */
	public enum Kind {

		WORD, OPEN, CLOSE, DOT, SEMICOLON, BACKSLASH, LINE_COMMENT, OTHER, END

	}

	/**
	 * A string with escapes goes on with the next quote if nothing but white space with a
	 * line end, and line comments, stand between the two.
	 */
	private enum Continuation {

		NONE, NEXT_LINE, NEXT_QUOTE

	}

}
