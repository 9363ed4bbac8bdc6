package dev.migrator.internal.dialect.lexer;

import dev.migrator.internal.dialect.lexer.SqlToken.LineComment;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.TextRule;

/**
 * Splits a script into lexical tokens by the rules of PostgreSQL with
 * {@code standard_conforming_strings} on. White space and block comments are skipped.
 * <p>
 * Does not distinguish what the splitting into statements does not need. A prefix such as
 * {@code U&}, {@code B}, {@code X} or {@code N} does not change where a string ends, and
 * neither does a continuation in the next line. Both matter only for {@code E}, where a
 * backslash can hide a quote. An operator is not kept together, so a comment can begin
 * after any of its characters.
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
	 * @return its kind
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
	 * Forgets that a string could continue after the next line end.
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
	 * Returns the word, with its ASCII letters in upper case, or the text after the
	 * hyphens of a line comment.
	 * @return the text
	 */
	public String text() {
		return TextRule.whole(this.text.toString());
	}

	boolean is(String word) {
		return this.text.length() == word.length() && this.text.indexOf(word) == 0;
	}

	/**
	 * Returns whether the token is the first in its line.
	 * @return whether it is the first
	 */
	boolean isFirstInLine() {
		return this.lastTokenLine < this.line;
	}

	/**
	 * Returns whether the token is a quoted text that continues an escape string of a
	 * line above.
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
	 * Skips a number with all that the server would call junk after it: since PostgreSQL
	 * 15 the {@code E} of {@code 1E'} does not begin a string.
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
	 * Accepts every character beyond ASCII as part of an identifier, also no-break
	 * spaces, emoji and both halves of a surrogate pair: to the server each byte from
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
	 * The kinds of tokens, as far as statements need them.
	 */
	public enum Kind {

		WORD, OPEN, CLOSE, DOT, SEMICOLON, BACKSLASH, LINE_COMMENT, OTHER, END

	}

	/**
	 * The state of a string with escapes. It continues with the next quote if only white
	 * space with a line end, and line comments, are between the two.
	 */
	private enum Continuation {

		NONE, NEXT_LINE, NEXT_QUOTE

	}

}
