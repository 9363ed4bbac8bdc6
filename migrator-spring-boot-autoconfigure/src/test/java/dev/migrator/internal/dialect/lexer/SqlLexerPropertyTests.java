package dev.migrator.internal.dialect.lexer;

import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.testing.Strength;
import dev.migrator.testing.property.ForAll;
import dev.migrator.testing.property.Generator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts made of parts of which each is complete by itself: however they are put
 * together, only the semicolons between them count.
 */
@Tag("strength")
class SqlLexerPropertyTests {

	private static final String SEMICOLON = ";";

	@Test
	void onlySemicolonsBetweenPartsEndStatements() {
		ForAll.of(scripts()).tries(Strength.of(500, 1000)).check((parts) -> {
			String script = String.join("", parts);

			assertThat(tokens(new StringReader(script)).stream()
				.filter(SqlStatement.class::isInstance)
				.map((token) -> ((SqlStatement) token).in(script).strip())).isEqualTo(statements(parts));
		});
	}

	private static List<String> statements(List<String> parts) {
		List<String> expected = new ArrayList<>();
		StringBuilder statement = new StringBuilder();
		int lastTokenEnd = 0;
		for (String part : parts) {
			if (part.equals(SEMICOLON)) {
				if (lastTokenEnd > 0) {
					expected.add(statement.toString().strip());
				}
				statement.setLength(0);
				lastTokenEnd = 0;
			}
			else if (!isPassedOver(part)) {
				lastTokenEnd = statement.append(part).length();
			}
			else if (lastTokenEnd > 0) {
				statement.append(part);
			}
		}
		if (lastTokenEnd > 0) {
			expected.add(statement.substring(0, lastTokenEnd).strip());
		}
		return expected;
	}

	@Test
	void howTheReaderDeliversTheTextChangesNothing() {
		ForAll.of(scripts().map((parts) -> String.join("", parts)))
			.tries(Strength.of(500, 1000))
			.check((script) -> assertThat(tokens(new OneCharacterReader(script)))
				.isEqualTo(tokens(new StringReader(script))));
	}

	@Test
	void linesAndColumnsAreThoseOfTheOffsets() {
		ForAll.of(scripts().map((parts) -> String.join("", parts))).tries(Strength.of(500, 1000)).check((script) -> {
			for (SqlToken token : tokens(new StringReader(script))) {
				String before = script.substring(0, (int) token.start()).replace("\r\n", "\n").replace('\r', '\n');
				assertThat(token.line()).isEqualTo(1 + before.chars().filter((c) -> c == '\n').count());
				if (token instanceof SqlStatement statement) {
					String inLine = before.substring(before.lastIndexOf('\n') + 1);
					assertThat(statement.column()).isEqualTo(1 + inLine.codePointCount(0, inLine.length()));
				}
			}
		});
	}

	private static Generator<List<String>> scripts() {
		Generator<String> passedOver = Generator.of(" ", "\n", "\r", "\r\n", "\t\f\u000B", "/* ; ' \" $$ -- */",
				"/*/*;*/**/", "-- ; ' \" $$ /*\n", "--\r");
		Generator<String> tokens = Generator.of("select ", " a$b$c ", " $1 ", "1.5e-3 ", " + ", " @-/*;*/1 ", " é ",
				"\uD83D\uDE00 ", " begin ", " end ", " case ", " '' ", "';' ", " 'a''b;' ", " 'C:\\' ", " E'\\';', ",
				" e'\\\\', ", " E'a;'\n'\\';', ", " name'\\' ", " U&'\\' ", " \";\" ", " \"'\"\"\" ", " U&\";\" ",
				"$$;'$$ ", " $a$;$$;$b$$a$ ", " $é$--;\n$é$ ", "(;)", "('(';\")\";)", "((;);)");
		Generator<String> semicolon = Generator.of(SEMICOLON);
		return Generator.oneOf(tokens, tokens, tokens, passedOver, passedOver, semicolon, semicolon).list(0, 40);
	}

	private static boolean isPassedOver(String part) {
		return part.isBlank() || part.startsWith("/*") || part.startsWith("--");
	}

	private static List<SqlToken> tokens(Reader reader) {
		SqlLexer lexer = new SqlLexer(reader);
		List<SqlToken> tokens = new ArrayList<>();
		for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
			tokens.add(token);
		}
		return tokens;
	}

	private static final class OneCharacterReader extends Reader {

		private final String text;

		private int position;

		private boolean pause;

		OneCharacterReader(String text) {
			this.text = text;
		}

		@Override
		public int read(char[] buffer, int offset, int length) {
			this.pause = !this.pause;
			if (this.pause) {
				return 0;
			}
			if (this.position == this.text.length()) {
				return -1;
			}
			buffer[offset] = this.text.charAt(this.position++);
			return 1;
		}

		@Override
		public void close() {
		}

	}

}
