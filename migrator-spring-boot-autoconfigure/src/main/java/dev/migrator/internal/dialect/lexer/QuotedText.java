package dev.migrator.internal.dialect.lexer;

import dev.migrator.internal.dialect.lexer.UnreadableSqlException.Kind;

/**
 * Skips texts that hide semicolons. Begins after the opening, whose line and column are
 * given, and stops after the end.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS">Constants</a>
 */
final class QuotedText {

	private final CharacterSource source;

	QuotedText(CharacterSource source) {
		this.source = source;
	}

	void skipString(int line, int column) {
		skipQuoted('\'', Kind.STRING, line, column);
	}

	void skipIdentifier(int line, int column) {
		skipQuoted('"', Kind.QUOTED_IDENTIFIER, line, column);
	}

	void skipEscapeString(int line, int column) {
		while (true) {
			int c = this.source.next();
			if (c == '\\') {
				c = this.source.next();
			}
			else if (c == '\'' && !this.source.take('\'')) {
				return;
			}
			if (c == CharacterSource.END) {
				throw UnreadableSqlException.unterminated(Kind.STRING, "'", line, column);
			}
		}
	}

	void skipDollarQuote(String delimiter, int line, int column) {
		int matched = 0;
		while (matched < delimiter.length()) {
			int c = this.source.next();
			if (c == CharacterSource.END) {
				throw UnreadableSqlException.unterminated(Kind.DOLLAR_QUOTE, delimiter, line, column);
			}
			if (c == delimiter.charAt(matched)) {
				matched++;
			}
			else {
				// a tag holds no dollar, so only this character can begin the delimiter
				matched = (c == '$') ? 1 : 0;
			}
		}
	}

	void skipBlockComment(int line, int column) {
		int depth = 1;
		while (depth > 0) {
			int c = this.source.next();
			if (c == '*' && this.source.take('/')) {
				depth--;
			}
			else if (c == '/' && this.source.take('*')) {
				depth++;
			}
			else if (c == CharacterSource.END) {
				throw UnreadableSqlException.unterminated(Kind.BLOCK_COMMENT, "/*", line, column);
			}
		}
	}

	private void skipQuoted(char quote, Kind kind, int line, int column) {
		while (true) {
			int c = this.source.next();
			if (c == quote && !this.source.take(quote)) {
				return;
			}
			if (c == CharacterSource.END) {
				throw UnreadableSqlException.unterminated(kind, String.valueOf(quote), line, column);
			}
		}
	}

}
