package dev.migrator.internal.dialect.lexer;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.lexer.SqlToken.LineComment;
import dev.migrator.internal.dialect.lexer.SqlToken.PsqlCommand;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SqlLexerTests {

	@Test
	void semicolonEndsAStatement() {
		assertThat(statements("select 1; select 2;")).containsExactly("select 1", "select 2");
	}

	@Test
	void lastStatementNeedsNoSemicolon() {
		assertThat(statements("select 1; select 2 -- last\n/* bye */")).containsExactly("select 1", "select 2");
	}

	@Test
	void emptyStatementsAreNotCounted() {
		assertThat(statements(" ;; -- nothing\n; /* ; */ ; select 1;;")).containsExactly("select 1");
	}

	@Test
	void nothingIsInAnEmptyText() {
		assertThat(statements("")).isEmpty();
		assertThat(statements(" \n\t")).isEmpty();
		assertThat(statements("-- a comment")).isEmpty();
	}

	@Test
	void doubledQuoteBelongsToTheString() {
		assertThat(statements("select 'it''s;'; select '';")).containsExactly("select 'it''s;'", "select ''");
	}

	@Test
	void backslashIsAnOrdinaryCharacterInAStandardString() {
		assertThat(statements("select 'C:\\'; select 2;")).containsExactly("select 'C:\\'", "select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "E'it\\'s;'", "e'it\\'s;'", "e'\\\\'", "E'a\\\\\\';'", "E'it''s;'" })
	void backslashHidesAQuoteInAnEscapeString(String literal) {
		assertThat(statements("select " + literal + "; select 2;")).containsExactly("select " + literal, "select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "name'a\\'", "date'\\'", "_e'\\'", "é'\\'", "x1e'\\'", "a$e'\\'" })
	void lastLetterOfATypeBeginsNoEscapeString(String literal) {
		assertThat(statements("select " + literal + "; select 2;")).containsExactly("select " + literal, "select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "U&'\\'", "u&'\\0441;'", "B'1;'", "b'\\'", "X'1;'", "x'\\'", "N'a;'", "n'\\'" })
	void otherPrefixesLeaveTheBackslashOrdinary(String literal) {
		assertThat(statements("select " + literal + "; select 2;")).containsExactly("select " + literal, "select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'a;'\n  'b\\'", "E'a'\n'b\\';'", "E'a' \t\r\n\n 'b\\';'", "E'a' -- it's\n'b\\';'",
			"E'a'\n-- it's\n'b\\';'", "E'a'\n'b'\n'c\\';'", "E'a'\n'b''\\';'" })
	void stringGoesOnAfterALineEnd(String literal) {
		assertThat(statements("select " + literal + "; select 2;")).containsExactly("select " + literal, "select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "E'a' 'b\\'", "E'a' /* \n */ \n 'b\\'", "E'a'\n, 'b\\'", "E'a'\n name'b\\'" })
	void escapesDoNotGoOnWithoutAContinuation(String literal) {
		assertThat(statements("select " + literal + "; select 2;")).containsExactly("select " + literal, "select 2");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\"we;ird\"\"q;\"", "\"it's\"", "\"--\"", "\"/*\"", "\"$$\"", "U&\"\\;\"", "u&\"a\"\";\"" })
	void quotedIdentifierHidesEverything(String identifier) {
		assertThat(statements("select 1 as " + identifier + "; select 2;")).containsExactly("select 1 as " + identifier,
				"select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$$;$$", "$$a'b\"--/*;$$", "$a$;$$;$b$;$a$", "$a$;$A$;$a$", "$_a1$;$_a1$", "$été$ ; $été$",
			"$a$;$ab$a$", "$a$$$a$", "$$a$a;$$", "$a$;$1;$a$", "$q$ $ ; $q$", "$q$;$q;$q$" })
	void dollarQuoteEndsWithItsOwnTag(String literal) {
		assertThat(statements("select " + literal + "; select 2;")).containsExactly("select " + literal, "select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a$b$c", "a$$", "é$$", "_$b$" })
	void dollarInsideAnIdentifierQuotesNothing(String identifier) {
		assertThat(statements("select 1 as " + identifier + "; select 2;")).containsExactly("select 1 as " + identifier,
				"select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$1", "$1+$2", "$1 $ $1", "1$", "$ a$" })
	void parameterIsNoDollarQuote(String expression) {
		assertThat(statements("select " + expression + "; select 2;")).containsExactly("select " + expression,
				"select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1$$;$$", "$1$$;$$", "1.5$a$;$a$", ".5$$;$$", "1e-5$$;$$" })
	void dollarQuoteBeginsRightBehindANumber(String expression) {
		assertThat(statements("select " + expression + "; select 2;")).containsExactly("select " + expression,
				"select 2");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "1e-5", "1.5e+3", "1E5", "0xE", "1..2", "1e'\\'", "1.5e'\\'", "1a$b$c", "1e$b$c", "1e5$$" })
	void letterOfANumberBeginsNothing(String number) {
		assertThat(statements("select " + number + "; select 2;")).containsExactly("select " + number, "select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/* a /* b ; */ c ; ' */", "/*;*/", "/**;**/", "/*/;*/", "/* $$ \" ' -- ; */", "/*/* */*/",
			"/***/", "/*//*;*/*/" })
	void blockCommentsNest(String comment) {
		assertThat(statements("select 1 " + comment + "; select 2;")).containsExactly("select 1 " + comment,
				"select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r", "\r\n" })
	void lineCommentEndsWithItsLine(String lineEnd) {
		String first = "select 1 -- don't; /* \" $$" + lineEnd + "+ 1";
		assertThat(statements(first + "; select 2;")).containsExactly(first, "select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2*/* c; */3", "2+--;'\n3", "2-/*;*/-3", "2@-/*;*/3", "2//*;*/1", "2<--;\n3", "2*--;/*\n3",
			"2->/*'*/3", "5 - -3", "'{}' #- '{a}' #> '{b}'", "a ? 'b' ?| c ?& d", "5 # 3", "a := 3", "a => 2",
			"1::int" })
	void commentBeginsInsideARunOfOperatorCharacters(String expression) {
		assertThat(statements("select " + expression + "; select 2;")).containsExactly("select " + expression,
				"select 2");
	}

	@Test
	void semicolonInsideParenthesesEndsNothing() {
		String rule = "create rule r as on insert to t do also (insert into a values (1); insert into b values (2); )";
		assertThat(statements(rule + "; select 2;")).containsExactly(rule, "select 2");
	}

	@Test
	void closingParenthesisTooMuchIsLeftToTheServer() {
		assertThat(statements("select 1)); select 2;")).containsExactly("select 1))", "select 2");
	}

	@Test
	void openParenthesisReachesToTheEnd() {
		assertThat(statements("select (1; select 2;")).containsExactly("select (1; select 2;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "create function f() returns int language sql begin atomic select 1; select 2; end",
			"CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END",
			"create procedure p(a int) begin atomic insert into t values (a, 'x;'); end",
			"create or replace procedure p() begin /* ; */ atomic -- ;\n select 1; end",
			"create function f() returns int begin atomic select case when a then case b when 1 then 2 end end; end",
			"create function f() returns int begin atomic select (case when a then 1 end); end",
			"create function f() returns int begin atomic select 1 as \"end\"; end",
			"create function f() returns int begin atomic select 1 as end; select t.end from t; end",
			"create function f() returns int begin atomic select 1 as case, t.case from t; end",
			"create function f() returns int begin atomic select begin from t; end",
			"create function f(begin int) returns int begin atomic select 1; end",
			"create function s.f() returns int begin atomic end" })
	void atomicBodyOfARoutineIsOneStatement(String statement) {
		assertThat(statements(statement + "; select 2;")).containsExactly(statement, "select 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "begin", "create table y(atomic int, \"end\" int, \"begin\" int, \"case\" int)",
			"select atomic, \"end\" from y", "create function begin() returns int language sql return 1",
			"create function f(a int) returns int language sql return a + case when a>1 then 1 else 0 end",
			"create function f() returns int language plpgsql as $$ begin atomic; $$", "select case when a then b",
			"create schema s create table begin(atomic int)", "alter function f() rename to begin",
			"create trigger t after insert on t execute function begin()" })
	void noBodyIsOpenedElsewhere(String statement) {
		assertThat(statements(statement + "; select 2;")).containsExactly(statement, "select 2");
	}

	@Test
	void formFeedAndVerticalTabAreWhiteSpace() {
		assertThat(words("create\ftable\u000By(i int)")).containsExactly("CREATE", "TABLE", "Y", "I", "INT");
	}

	@Test
	void everyCharacterBeyondAsciiBelongsToAnIdentifier() {
		assertThat(words("select a\u00A0b, 😀e'\\'")).containsExactly("SELECT", "A\u00A0B", "😀E");
	}

	@Test
	void wordsAreUpperCasedInAsciiOnly() {
		assertThat(words("select lımıt, straße, ünder")).containsExactly("SELECT", "LıMıT", "STRAßE", "üNDER");
	}

	@Test
	void wordsAreUnquotedOnesAndPrefixesAreNone() {
		assertThat(words("alter table \"a\".b add c text default U&'x' || N'y' || E'z' || B'1' || X'2'"))
			.containsExactly("ALTER", "TABLE", "B", "ADD", "C", "TEXT", "DEFAULT");
	}

	@Test
	void wordsInsideParenthesesCount() {
		SqlStatement statement = (SqlStatement) tokens("reindex (concurrently, verbose) table big").get(0);

		assertThat(statement.startsWith("REINDEX", "CONCURRENTLY")).isTrue();
		assertThat(statement.startsWith("REINDEX", "TABLE")).isFalse();
	}

	@Test
	void noMoreThanSixteenWordsAreKept() {
		assertThat(words("select a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r")).hasSize(16).endsWith("N", "O");
	}

	@Test
	void statementKnowsItsPlace() {
		SqlStatement statement = (SqlStatement) tokens("select 1;\n/* c */ '\uD83D\uDE00' select\n2 ;").get(1);

		assertThat(statement).extracting(SqlStatement::start, SqlStatement::end).containsExactly(18L, 32L);
		assertThat(statement).extracting(SqlStatement::line, SqlStatement::column).containsExactly(2, 9);
	}

	@Test
	void columnsCountCodePoints() {
		assertThat(tokens("'\uD83D\uDE00'; select 1")).element(1)
			.isEqualTo(new SqlStatement(6, 14, 1, 6, List.of("SELECT"), false));
	}

	@Test
	void textThatIsCutOffEndsWithAWholeCharacter() {
		String comment = "x".repeat(LineComment.MAX_TEXT - 1);
		String argument = "x".repeat(PsqlCommand.MAX_ARGUMENTS - 1);

		assertThat(tokens("--" + comment + "\uD83D\uDE00")).singleElement()
			.extracting((token) -> ((LineComment) token).text())
			.isEqualTo(comment);
		assertThat(tokens("\\x" + argument.substring(1) + " \uD83D\uDE00 " + argument)).hasSize(1);
		assertThat(tokens("\\echo " + argument.substring(1) + "\uD83D\uDE00")).singleElement()
			.extracting((token) -> ((PsqlCommand) token).arguments())
			.isEqualTo(argument.substring(1));
	}

	@Test
	void linesEndWithLineFeedCarriageReturnOrBoth() {
		assertThat(tokens("a;\nb;\r\nc;\rd;\n\re;\r\r\nf;\rX\ng;")).extracting(SqlToken::line)
			.containsExactly(1, 2, 3, 4, 6, 8, 9);
	}

	@Test
	void byteOrderMarkAtTheStartIsPassedOver() {
		assertThat(tokens("\uFEFFselect 1")).containsExactly(new SqlStatement(1, 9, 1, 1, List.of("SELECT"), false));
	}

	@Test
	void byteOrderMarkElsewhereIsACharacterOfAnIdentifier() {
		assertThat(words("select \uFEFFx")).containsExactly("SELECT", "\uFEFFX");
	}

	@Test
	void lineCommentsAreReported() {
		assertThat(tokens("-- one\r\nselect 1 --two\n  , 2; --\n/* */ -- three")).containsExactly(
				new LineComment(0, 6, 1, 1, " one", true), new LineComment(17, 22, 2, 10, "two", false),
				new SqlStatement(8, 28, 2, 1, List.of("SELECT"), false), new LineComment(30, 32, 3, 8, "", false),
				new LineComment(39, 47, 4, 7, " three", false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'\n--no\n'", "\"\n--no\n\"", "$$\n--no\n$$", "/*\n--no\n*/ 1", "E'\\'\n--no\n'" })
	void nothingInsideAQuoteIsALineComment(String quoted) {
		assertThat(tokens("select " + quoted)).hasSize(1).first().isInstanceOf(SqlStatement.class);
	}

	@Test
	void firstLineCanBeGiven() {
		SqlLexer lexer = new SqlLexer(new StringReader("\nselect 1"), 10);

		assertThat(lexer.next()).isEqualTo(new SqlStatement(1, 9, 11, 1, List.of("SELECT"), false));
	}

	@Test
	void cutEndsTheStatementAndAllThatItHadOpen() {
		SqlLexer lexer = new SqlLexer(new StringReader("select (E'a' -- here\n 'b\\'; select 2"));

		assertThat(lexer.next()).isInstanceOf(LineComment.class);
		assertThat(lexer.cut()).isEqualTo(new SqlStatement(0, 12, 1, 1, List.of("SELECT"), false));
		assertThat(lexer.cut()).isNull();
		assertThat(lexer.next()).isEqualTo(new SqlStatement(22, 26, 2, 2, List.of(), false));
		assertThat(lexer.next()).isEqualTo(new SqlStatement(28, 36, 2, 8, List.of("SELECT"), false));
		assertThat(lexer.next()).isNull();
		assertThat(lexer.next()).isNull();
	}

	private static List<String> statements(String script) {
		return tokens(script).stream()
			.filter(SqlStatement.class::isInstance)
			.map((token) -> ((SqlStatement) token).in(script))
			.toList();
	}

	private static List<String> words(String script) {
		return ((SqlStatement) tokens(script).get(0)).words();
	}

	static List<SqlToken> tokens(String script) {
		SqlLexer lexer = new SqlLexer(new StringReader(script));
		List<SqlToken> tokens = new ArrayList<>();
		for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
			tokens.add(token);
		}
		return tokens;
	}

}
