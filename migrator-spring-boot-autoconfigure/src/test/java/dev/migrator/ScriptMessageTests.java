package dev.migrator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.testing.CountingProxy;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a script becomes on its way to the server, read from the wire.
 */
class ScriptMessageTests {

	private static final String INSERT = "insert into t values ('" + "x".repeat(10_000) + "');\n";

	private final TestDatabase database = Postgres.newDatabase();

	private CountingProxy proxy;

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) throws IOException {
		this.proxy = CountingProxy.of(this.database);
		this.revisions = Revisions.in(folder).add("a", "create table t (v text);");
		upgrade();
	}

	@AfterEach
	void close() throws IOException {
		this.proxy.close();
	}

	@Test
	void smallScriptIsOneMessageWithItsVersionRowHistoryRowAndCommit() {
		this.revisions.add("b <- a", "create table one (id int); insert into one values (1);\n\ncreate table two ();");

		assertThat(messagesOf(this::upgrade)).singleElement()
			.asString()
			.startsWith("BEGIN;")
			.contains("create table one (id int); insert into one values (1);\n\ncreate table two ();\n")
			.contains("UPDATE \"public\".\"migrator_version\"")
			.contains("INSERT INTO \"public\".\"migrator_history\"")
			.endsWith("COMMIT;");
	}

	@Test
	void scriptOfThreeMegabytesIsSeveralMessagesAndOneTransaction() {
		this.revisions.add("b <- a", INSERT.repeat(300));

		List<String> messages = messagesOf(this::upgrade);

		assertThat(messages).hasSize(3).allMatch((message) -> message.length() < 1_100_000);
		assertThat(messages).filteredOn((message) -> message.contains("BEGIN;")).hasSize(1);
		assertThat(messages.get(2)).endsWith("COMMIT;");
		assertThat(this.database.value("select count(*) || ' ' || count(distinct xmin::text) from t"))
			.isEqualTo("300 1");
		assertThat(this.database.value("select count(*) from migrator_version v join (select distinct xmin::text x "
				+ "from t) t on t.x = v.xmin::text"))
			.isEqualTo("1");
	}

	@Test
	void statementThatFailsInALaterMessageIsNamedAndNothingIsKept() {
		this.revisions.add("b <- a", INSERT.repeat(299) + "insert\n  into nope values (1);\n" + INSERT);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade).withMessageContaining("""
				Revision b (0002_b.sql) failed in statement 300 of 301, line 307:

				    insert
				      into nope values (1)

				  relation "nope" does not exist (SQLSTATE 42P01)

				Nothing of this revision was kept; the database is at a.""");
		assertThat(this.database.value("select count(*) from t")).isEqualTo("0");
	}

	@Test
	void errorAtASemicolonIsOneOfTheStatementThatItEnds() {
		this.revisions.add("b <- a", "select 1;\nselect v from t where;\nselect 3;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.description()).contains("failed in statement 2 of 3, line 8:",
					"    select v from t where\n\n  syntax error at or near \";\""));
	}

	@Test
	void ofALongLineOnlyTheBeginningIsShown() {
		this.revisions.add("b <- a", "insert into nope values ('" + "x".repeat(2_000_000) + "');");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.description()).hasSizeLessThan(700)
				.contains("    insert into nope values ('xxx", "xxx ...\n\n  relation \"nope\" does not exist"));
	}

	@Test
	void copyIsAMessageOfItsOwn() {
		this.revisions.add("b <- a", "select 1;\ncopy t from stdin;\nx\n\\.\nselect 2;");

		assertThat(messagesOf(this::upgrade)).hasSize(3).element(1).isEqualTo("copy t from stdin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void textArrivesAsItIsWritten(String lineEnd) {
		String body = "\tbegin  \n -- é😀\t\f\u00a0 ?, ??, {fn now()}, ${x}, #{x}, :y, $1, /* \\ */ %s  \n\n  return 'a''b\\n'; end "
			.replace("\n", lineEnd);
		String script = "create function f() returns text language plpgsql as $é$" + body + "$é$ ;" + lineEnd + "  ;"
				+ lineEnd + "create table q as select current_query() q, 'it''s' \"q\"\"? ü\" -- no end";
		this.revisions.file("0002_b.sql",
				"-- revision: b%1$s-- revises: a%1$s-- migrator:upgrade%1$s".formatted(lineEnd) + script);

		upgrade();

		assertThat(this.database.value("select prosrc from pg_proc where proname = 'f'")).isEqualTo(body);
		assertThat(this.database.value("select q from q")).contains(script);
	}

	private void upgrade() {
		Migrator.builder(this.proxy.dataSource()).locations(this.revisions.location()).build().upgrade();
	}

	/**
	 * Those of the last revision, on the connection that ran it: another one watches it
	 * if it takes long.
	 */
	private List<String> messagesOf(Runnable work) {
		work.run();
		String first = "BEGIN;SET LOCAL lock_timeout";
		List<String> messages = this.proxy.queriesBeside(first);
		int begin = messages.stream().map((message) -> message.startsWith(first)).toList().lastIndexOf(true);
		int commit = messages.stream().map((message) -> message.endsWith("COMMIT;")).toList().lastIndexOf(true);
		return messages.subList(begin, commit + 1);
	}

}
