package dev.migrator.internal.dialect.lexer;

import java.io.StringReader;
import java.util.List;

import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.lexer.SqlToken.CopyData;
import dev.migrator.internal.dialect.lexer.SqlToken.PsqlCommand;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CopyAndPsqlCommandTests {

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void copyDataGoesFromTheNextLineToBackslashPeriod(String lineEnd) {
		String script = "copy t from stdin;\n1\tit's\n\n\\.x\n\\N\n\\.\nselect 1;".replace("\n", lineEnd);

		List<SqlToken> tokens = SqlLexerTests.tokens(script);

		assertThat(tokens).hasSize(3);
		assertThat(tokens.get(0)).isInstanceOfSatisfying(SqlStatement.class,
				(copy) -> assertThat(copy.copyFromStdin()).isTrue());
		CopyData data = (CopyData) tokens.get(1);
		assertThat(script.substring((int) data.start(), (int) data.end()))
			.isEqualTo("1\tit's\n\n\\.x\n\\N\n".replace("\n", lineEnd));
		assertThat(data.terminated()).isTrue();
		assertThat(data.line()).isEqualTo(2);
		assertThat(tokens.get(2).line()).isEqualTo(7);
	}

	@Test
	void copyDataMayEndWithTheText() {
		assertThat(SqlLexerTests.tokens("copy t from stdin;\n1\n2")).element(1)
			.isEqualTo(new CopyData(19, 22, 2, false));
		assertThat(SqlLexerTests.tokens("copy t from stdin;")).element(1).isEqualTo(new CopyData(18, 18, 1, false));
		assertThat(SqlLexerTests.tokens("copy t from stdin")).element(1).isEqualTo(new CopyData(17, 17, 1, false));
		assertThat(SqlLexerTests.tokens("copy t from stdin;\n\\.")).element(1).isEqualTo(new CopyData(19, 19, 2, true));
	}

	@Test
	void copyDataMayBeEmpty() {
		assertThat(SqlLexerTests.tokens("copy t from stdin;\n\\.\nselect 1")).element(1)
			.isEqualTo(new CopyData(19, 19, 2, true));
	}

	@Test
	void commentMayFollowTheSemicolonOfCopy() {
		assertThat(SqlLexerTests.tokens("copy t from stdin; \t -- it's\n1\n\\.\n")).element(1)
			.isEqualTo(new CopyData(29, 31, 2, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "COPY t FROM STDIN", "copy s.t (a, b) from stdin with (format csv)",
			"copy \"from\" from /* ; */ -- \n stdin where a > 1", "copy binary t from stdin", "copy t from stdout",
			"copy t (a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r) from stdin" })
	void copyFromStdinIsFollowedByData(String statement) {
		assertThat(SqlLexerTests.tokens(statement + ";\n'\n\\.\n")).hasSize(statement.contains("--") ? 3 : 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "copy t to stdout", "copy t from 'stdin'", "copy t from program 'x'", "copy t to stdin",
			"copy (select * from stdin) to stdout", "select * from stdin", "copy t from \"stdin\"",
			"explain select 'copy t from stdin'" })
	void noDataFollowsOtherStatements(String statement) {
		assertThat(SqlLexerTests.tokens(statement + ";\nselect 2;")).hasSize(2)
			.allMatch(SqlStatement.class::isInstance);
	}

	@Test
	void backslashBeginsAPsqlCommand() {
		assertThat(SqlLexerTests.tokens("\\restrict it's\nselect 1 \\gexec\r\n;\n\\.\n\\;")).containsExactly(
				new PsqlCommand(0, 14, 1, "restrict", "it's"), new PsqlCommand(24, 30, 2, "gexec", ""),
				new SqlStatement(15, 32, 2, 1, List.of("SELECT"), false), new PsqlCommand(34, 36, 4, ".", ""),
				new PsqlCommand(37, 39, 5, ";", ""));
	}

	@Test
	void lineOfCopiedDataIsFoundWhateverFollowsIt() {
		CopyPiece copy = new CopyPiece("copy t from stdin", 1, 2, new LexedText(new StringReader(""), 1));

		assertThat(copy.lineOf(new ServerError("22P02", "", null, null, "COPY t, 行 3行", 0))).isEqualTo(4);
		assertThat(
				copy.lineOf(new ServerError("22P02", "", null, null, "COPY \uD83D\uDE80, line 3, column id: \"x\"", 0)))
			.isEqualTo(4);
	}

}
