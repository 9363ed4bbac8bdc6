package dev.migrator.internal.dialect.connection;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SqlPiecesTests {

	@Test
	void smallScriptIsOnePieceAsItIsWritten() throws IOException {
		String script = "\r\n -- a comment;\r\nselect 1 ;\t;\f select 'é\uD83D\uDE00;' ? $$\r$$; /* end */";

		assertThat(read(script)).containsExactly("1: " + script);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", "-- nothing to do", "/* ; */;;" })
	void scriptWithoutStatementsHasNoPieces(String script) throws IOException {
		assertThat(read(script)).isEmpty();
	}

	@Test
	void longScriptIsCutBehindStatementsAndNothingIsLost() {
		String statement = "insert into t values ('" + "x".repeat(100_000) + "\n');\n";
		String script = "-- begin\n" + statement.repeat(25) + "-- the end";
		SqlPieces pieces = new SqlPieces(new StringReader(script));

		StringBuilder text = new StringBuilder();
		List<Integer> statements = new ArrayList<>();
		List<Integer> lines = new ArrayList<>();
		for (SqlPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
			assertThat(piece.text()).hasSizeLessThan(SqlPieces.SIZE + statement.length());
			text.append(piece.text());
			statements.add(piece.statements());
			lines.add(((StatementGroup) piece).find().get(0).line());
		}

		assertThat(text).hasToString(script);
		assertThat(statements).containsExactly(11, 11, 3);
		assertThat(lines).containsExactly(2, 2 + 22, 2 + 44);
	}

	@Test
	void statementThatIsLongerIsOnePiece() {
		String statement = "select '" + "x".repeat(3 * SqlPieces.SIZE) + "';";
		SqlPieces pieces = new SqlPieces(new StringReader("select 1;" + statement + "select 2;"));

		assertThat(pieces.next()).extracting(SqlPiece::statements).isEqualTo(2);
		assertThat(pieces.next()).extracting(SqlPiece::text).isEqualTo("select 2;");
		assertThat(pieces.next()).isNull();
		assertThat(pieces.next()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void copyIsAPieceWithItsDataAsItIsWritten(String lineEnd) throws IOException {
		String script = """
				create table t (v text);
				copy t -- ;
				  from stdin; -- the data
				it's\t\\.
				\\.x
				\\N

				😀
				\\.
				-- more
				select 1;
				copy t from stdin;
				last""".replace("\n", lineEnd);

		assertThat(read(script)).containsExactly("1: create table t (v text);\n".replace("\n", lineEnd),
				"2: copy t -- ;\n  from stdin <- it's\t\\.\n\\.x\n\\N\n\n😀\n".replace("\n", lineEnd),
				"10: -- more\nselect 1;\n".replace("\n", lineEnd), "12: copy t from stdin <- last");
	}

	@Test
	void copyDataOfAnySizeIsNotKept() throws IOException {
		String row = "1\t😀" + "x".repeat(1000) + "\n";
		String data = row.repeat(5000);

		List<String> read = read("copy t from stdin;\n" + data + "\\.\nselect 1;");

		assertThat(read.get(0).equals("1: copy t from stdin <- " + data)).isTrue();
		assertThat(read.get(1)).isEqualTo("5003: select 1;");
	}

	@Test
	void copyDataThatNobodyReadsIsPassedOver() {
		SqlPieces pieces = new SqlPieces(new StringReader("copy t from stdin;\n;\n\\.\nselect 1;"));

		CopyPiece copy = (CopyPiece) pieces.next();
		assertThat(pieces.next()).extracting(SqlPiece::text).isEqualTo("select 1;");
		assertThatIllegalStateException().isThrownBy(() -> copy.writeTo(new StringWriter()));
	}

	@Test
	void psqlCommandsAreCutOut() throws IOException {
		assertThat(read("\\restrict abc\nselect 1;\n\\unrestrict abc\n-- end\n"))
			.containsExactly("1: \nselect 1;\n\n-- end\n");
		assertThat(read("\\restrict abc\r\ncopy t from stdin;\r\n\\.\r\n\\unrestrict abc"))
			.containsExactly("2: copy t from stdin <- ");
	}

	@Test
	void whatCannotBeReadIsThrown() {
		SqlPieces pieces = new SqlPieces(new StringReader("select 1; select '"));

		assertThatExceptionOfType(UnreadableSqlException.class).isThrownBy(pieces::next);
	}

	@ParameterizedTest
	@ValueSource(strings = { "COPY t, line 2: \"x\"", "COPY t, line 2, column id: \"x\"", "COPY t, Zeile 2, Spalte id",
			"COPY t1, ligne 2", "PL/pgSQL function f() line 7 at RAISE\nCOPY t, line 2: \"x\"" })
	void lineOfAnErrorIsThatOfTheScript(String context) {
		assertThat(copy().lineOf(error(context))).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SQL function \"f\" statement 1", "COPY t" })
	void lineOfAnErrorWithoutALineIsThatOfTheStatement(String context) {
		assertThat(copy().lineOf(error(context))).isEqualTo(2);
	}

	private static CopyPiece copy() {
		return (CopyPiece) new SqlPieces(new StringReader("\ncopy t\nfrom stdin;\n1\n2\n")).next();
	}

	private static ServerError error(String context) {
		return new ServerError("22P02", "wrong", null, null, context, 0);
	}

	private static List<String> read(String script) throws IOException {
		SqlPieces pieces = new SqlPieces(new StringReader(script));
		List<String> read = new ArrayList<>();
		for (SqlPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
			StringWriter data = new StringWriter();
			if (piece instanceof CopyPiece copy) {
				data.write(" <- ");
				copy.writeTo(data);
			}
			read.add(piece.line() + ": " + piece.text() + data);
		}
		return read;
	}

}
