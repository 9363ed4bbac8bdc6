package dev.migrator.internal.execution.statement;

import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.words.FailurePlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which statement of a message the server means.
 */
class MessageDraftTests {

	private static final String SYNTAX_ERROR = "42601";

	private static final String UNDEFINED_COLUMN = "42703";

	private static final String UNIQUE_VIOLATION = "23505";

	private final MessageDraft message = new MessageDraft();

	@BeforeEach
	void begin() {
		this.message.own("beginning a transaction", "BEGIN;SET LOCAL lock_timeout = 5000;");
	}

	@Test
	void positionNamesTheStatementAndTheLineInIt() {
		author("""
				create table t (id int);

				select id,
				    1 as one,
				    nmae
				from t;
				select 2""");

		FailurePlace place = failedAt("nmae", UNDEFINED_COLUMN);

		assertThat(place).isEqualTo(new FailurePlace(0, "running it", 2, 3, 5, 2, """
				select id,
				    1 as one,
				    nmae
				from t"""));
		assertThat(place.ofAuthor()).isTrue();
	}

	@Test
	void positionIsCountedInWholeCharacters() {
		author("select '😀😀😀😀';\nselct 2;");

		assertThat(failedAt("selct", SYNTAX_ERROR).statement()).isEqualTo(2);
	}

	@Test
	void errorAtASemicolonIsOneOfTheStatementThatItEnds() {
		author("select 1;\nselect 2 from;\nselect 3;");

		assertThat(failedAt(";\nselect 3", SYNTAX_ERROR)).extracting("statement", "line").containsExactly(2, 2);
	}

	@Test
	void commentBeforeAStatementIsNoPartOfIt() {
		author("-- one; two\n/* three;\n */ selct 1;");

		assertThat(failedAt("selct", SYNTAX_ERROR))
			.extracting("statement", "statements", "line", "lineInStatement", "sql")
			.containsExactly(1, 1, 3, 0, "selct 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void linesEndAsTheScriptEndsThem(String end) {
		author("select 1;\n\nselect 2,\n\n nmae;\nselect 3;".replace("\n", end));

		assertThat(failedAt("nmae", UNDEFINED_COLUMN)).extracting("line", "lineInStatement").containsExactly(5, 2);
	}

	@Test
	void scriptThatLacksItsEndIsBlamedForWhatTheServerFindsBehindIt() {
		author("select 1;\ncreate table t (id int");
		this.message.own("recording it in the version table", "UPDATE v SET version_num = 'b';");

		assertThat(failedAt("\n;\nUPDATE", SYNTAX_ERROR)).extracting("statement", "line").containsExactly(2, 2);
		assertThat(failedAt("UPDATE", SYNTAX_ERROR)).extracting("statement", "line").containsExactly(2, 2);
	}

	@Test
	void otherErrorInAStatementOfTheMigratorIsItsOwn() {
		author("drop table v;");
		this.message.own("recording it in the version table", "UPDATE v SET version_num = 'b';");

		FailurePlace place = failedAt("v SET", "42P01");

		assertThat(place.purpose()).isEqualTo("recording it in the version table");
		assertThat(place.ofAuthor()).isFalse();
	}

	@Test
	void secondOperationIsNamedWithItsOwnLines() {
		this.message.author(0, group("select 1;\nselect 2;", 1, 2), 0, 2);
		this.message.author(1, group("select 3;\nselct 4;", 1, 2), 0, 2);

		assertThat(failedAt("selct", SYNTAX_ERROR)).extracting("operation", "statement", "line")
			.containsExactly(1, 2, 2);
	}

	@Test
	void statementsOfEarlierMessagesCount() {
		this.message.author(0, group("\ninsert into t values (3);\ninsert into nope values (4);", 900, 2), 300, 302);

		assertThat(failedAt("nope", "42P01")).extracting("statement", "statements", "line")
			.containsExactly(302, 302, 902);
		assertThat(failedAfter(2)).extracting("statement", "statements", "line").containsExactly(301, 302, 901);
	}

	@ParameterizedTest
	@CsvSource({ "0, beginning a transaction, 1, 1", "1, beginning a transaction, 2, 1", "2, running it, 1, 1",
			"3, running it, 2, 2", "4, running it, 3, 4", "5, checking deferred constraints, 1, 1",
			"6, committing, 1, 1", "7, talking to the server, 0, 0" })
	void withoutAPositionTheCompletedStatementsAreCounted(int completed, String purpose, int statement, int line) {
		author("insert into t values (1);;\ninsert into t values (2);\n-- a comment; with a semicolon\ntable t");
		this.message.own("saving the session's settings", "");
		this.message.own("checking deferred constraints", "SET CONSTRAINTS ALL IMMEDIATE;");
		this.message.own("committing", "COMMIT;");

		assertThat(failedAfter(completed)).extracting("purpose", "statement", "line")
			.containsExactly(purpose, statement, line);
	}

	@Test
	void positionBehindTheMessageSaysNothing() {
		author("select 1; select 2;");

		assertThat(this.message.locate(error(UNIQUE_VIOLATION, 10_000), 3).statement()).isEqualTo(2);
	}

	@Test
	void connectionThatIsCutTellsNoPlace() {
		author("select 1; select 2;");

		assertThat(this.message.locate(error("08006", 0), 3)).isEqualTo(FailurePlace.unknown());
	}

	@Test
	void messageIsFullWhenAnAuthorsSqlIsInItAndMoreWouldMakeItTooLong() {
		StatementGroup large = group("x".repeat(SqlPieces.SIZE), 1, 1);

		assertThat(this.message.isFullWith(large)).isFalse();
		author("select 1;");
		assertThat(this.message.isFullWith(large)).isTrue();
		assertThat(this.message.isFullWith(group("select 2;", 1, 1))).isFalse();
	}

	private void author(String sql) {
		StatementGroup group = group(sql, 1, 0);
		int statements = group.find().size();
		this.message.author(0, group, 0, statements);
	}

	private static StatementGroup group(String sql, int line, int statements) {
		return new StatementGroup(sql, line, statements);
	}

	/**
	 * The place of an error whose position is that of a part of the message.
	 */
	private FailurePlace failedAt(String part, String sqlState) {
		String sent = this.message.toString();
		return this.message.locate(error(sqlState, sent.codePointCount(0, sent.indexOf(part)) + 1), 0);
	}

	private FailurePlace failedAfter(int completed) {
		return this.message.locate(error(UNIQUE_VIOLATION, 0), completed);
	}

	private static ServerError error(String sqlState, int position) {
		return new ServerError(sqlState, "it failed", null, null, null, position);
	}

}
