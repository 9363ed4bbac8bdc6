package dev.migrator.internal.dialect.lexer;

import dev.migrator.internal.dialect.lexer.UnreadableSqlException.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class UnreadableSqlTests {

	@Test
	void unterminatedString() {
		UnreadableSqlException ex = read("select 1;\nselect 'oops;\nselect 2;");

		assertThat(ex).hasMessage("""
				Line 2: the string that begins in column 8 is never closed.

				Close it with ' (a quote that belongs to the string is written twice).""");
		assertThat(ex.kind()).isEqualTo(Kind.STRING);
		assertThat(ex.line()).isEqualTo(2);
		assertThat(ex.column()).isEqualTo(8);
		assertThat(ex.problem()).isEqualTo("the string that begins in column 8 is never closed");
	}

	@Test
	void unterminatedEscapeString() {
		assertThat(read("select E'a\\'").kind()).isEqualTo(Kind.STRING);
		assertThat(read("select E'a\\").kind()).isEqualTo(Kind.STRING);
		assertThat(read("select E'a'\n'b\\'").line()).isEqualTo(2);
	}

	@Test
	void unterminatedQuotedIdentifier() {
		UnreadableSqlException ex = read("select \"a\"\"b");

		assertThat(ex).hasMessage("""
				Line 1: the quoted identifier that begins in column 8 is never closed.

				Close it with " (a quote that belongs to the name is written twice).""");
		assertThat(ex.kind()).isEqualTo(Kind.QUOTED_IDENTIFIER);
	}

	@Test
	void unterminatedDollarQuote() {
		UnreadableSqlException ex = read("do $body$ begin end $Body$;");

		assertThat(ex).hasMessage("""
				Line 1: the dollar quote $body$ that begins in column 4 is never closed.

				Close it with $body$, in the same upper and lower case.""");
		assertThat(ex.kind()).isEqualTo(Kind.DOLLAR_QUOTE);
	}

	@Test
	void unterminatedBlockComment() {
		UnreadableSqlException ex = read("select 1;\r\n  /* a /* b */\rselect 2;");

		assertThat(ex).hasMessage("""
				Line 2: the comment that begins in column 3 is never closed.

				Close it with */ (comments nest: every /* in it needs its own).""");
		assertThat(ex.kind()).isEqualTo(Kind.BLOCK_COMMENT);
	}

	@Test
	void textBehindTheSemicolonOfCopyFromStdin() {
		UnreadableSqlException ex = read("copy t from stdin; select 1;\n1\n\\.\n");

		assertThat(ex).hasMessage("""
				Line 1: text follows in column 20 after the semicolon of COPY ... FROM STDIN.

				Begin the data in the next line, end it with a line that is \\. and write the text after that line.""");
		assertThat(ex.kind()).isEqualTo(Kind.COPY);
	}

	private static UnreadableSqlException read(String script) {
		return catchThrowableOfType(UnreadableSqlException.class, () -> SqlLexerTests.tokens(script));
	}

}
