package dev.migrator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.connection.Blockers;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.problem.MigratorException;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Failing statements with secrets: neither the message, nor that of a cause, nor the log
 * shows one.
 */
@Tag("server")
@Tag("oldest")
@ExtendWith(OutputCaptureExtension.class)
class ShownSecretsTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		this.database.execute("""
				create table users (id int primary key, name text not null, password text unique check (password <> ''),
				    active boolean not null default true);
				create table numbers (id int, pin_token int);
				create table plain (id int primary key, name text not null);
				insert into users values (1, 'bob', 'S3cr3t'), (2, 'eve', 'S3cr3t2');
				create function strict_user() returns trigger language plpgsql as $$
				    begin raise exception 'bad password %', new.password using hint = 'not ' || new.password; end $$;
				create table strict_users (id int, password text);
				create trigger strict before insert on strict_users for each row execute function strict_user();
				create table audit (body text check (body = ''));
				create table logged (id int, token text, active boolean);
				insert into logged values (1, 'S3cr3t', true);
				create function log_it() returns trigger language plpgsql as $$
				    begin insert into audit values (new::text); return new; end $$;
				create trigger logging before update on logged for each row execute function log_it();
				create table raised (id int, token text, active boolean);
				insert into raised values (1, 'S3cr3t', true);
				create function raise_it() returns trigger language plpgsql as $$
				    begin raise exception 'bad row %', new; end $$;
				create trigger raising before update on raised for each row execute function raise_it();
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "insert into users values (3, null, 'S3cr3t')",
			"insert into users (id, password) values (3, 'S3cr3t')", "insert into users values (3, 'x', 'S3cr3t')",
			"insert into users (id, name, password) values (3, 'x', 'S3cr3t')",
			"update users set active = null where id = 1", "update users set name = null",
			"update logged set active = false", "update raised set active = false",
			"update users set password = 'S3cr3t2' where id = 1",
			"update users set (name, password) = (null, 'S3cr3t')", "insert into numbers (pin_token) values ('S3cr3t')",
			"insert into numbers (id, pin_token) values (1, 'a\"S3cr3t')",
			"insert into numbers (pin_token) values (('S3' || 'cr3t')::int)", "select 'S3cr3t' as password, 1/0",
			"select ('S3cr3t')::int as pwd", "select 1/0, $$S3cr3t$$ as api_key",
			"select 1/0 as x, E'S3cr3t' as \"Private Key\"",
			"do $$ declare p text := 'S3cr3t'; begin raise exception 'password %', p; end $$",
			"do $$ declare p text := 'S3cr3t'; begin raise exception '%', p using hint = p, detail = 'token ' || p; end $$",
			"do $$ declare p text := 'S3cr3t'; begin execute format('alter role nobody_x password %L', p); end $$",
			"alter role nobody_x password 'S3cr3t'", "alter role nobody_x password S3cr3t",
			"create role nobody_x pasword 'S3cr3t' password 'S3cr3t'", "insert into strict_users values (1, 'S3cr3t')",
			"set app.secret = 'S3cr3t'; select 1/0, current_setting('app.secret')",
			"merge into users u using (values (1, 'S3cr3t')) as v (id, p) on u.id = v.id when matched then update set password = v.p, name = null",
			"alter table users add foreign key (password) references plain (name); ",
			"create unique index on users ((left(password, 6)))",
			"alter table users add constraint ck_token check (password <> 'S3cr3t')",
			"alter table users alter password type int using password::int",
			"create table users2 (id int, password text default 'S3cr3t', nope nope)",
			"create user mapping for nobody_x server nope options (user 'u', password 'S3cr3t')",
			"select set_config('app.credential', 'S3cr3t', false), 1/0", "comment on column users.passwd is 'S3cr3t'",
			"select json '{\"password\": \"S3cr3t\", }'", "select 'S3cr3t'::date as client_secret",
			"insert into plain values (1, 'S3cr3t'), (1, 'password')" })
	void noFailureShowsTheValueOfASecret(String sql) {
		this.revisions.add("a", sql + ";");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(messages(ex)).doesNotContainIgnoringCase("S3cr3t"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "copy users (id, password) from stdin;\nx\tS3cr3t\n\\.",
			"copy users from stdin;\n3\tS3cr3t\n\\.", "copy numbers (id, pin_token) from stdin;\n1\tS3cr3t\n\\.",
			"copy users from stdin;\n3\tx\tS3cr3t\tx\ty\n\\." })
	void noFailureShowsTheDataOfACopy(String sql) {
		this.revisions.add("a", sql);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(messages(ex)).doesNotContainIgnoringCase("S3cr3t")
				.containsPattern("COPY (users|numbers), line 1"));
	}

	@Test
	void noFailureShowsThemWithoutATransaction() {
		this.revisions.addWithoutTransaction("a", "update users set name = null;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(messages(ex)).doesNotContainIgnoringCase("S3cr3t"));
	}

	@Test
	void historyDoesNotKeepThemAsTheReasonOfAFailure() {
		this.revisions.addWithoutTransaction("a", "insert into numbers (pin_token) values ('S3cr3t');");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);

		assertThat(this.database.value("select error from migrator_history where outcome = 'failed'"))
			.contains("invalid input syntax")
			.doesNotContain("S3cr3t");
	}

	@Test
	void noFailureOfADataChangeShowsThem() {
		Migrator migrator = Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(LambdaRevision.inTransaction((op) -> op.data("set a password",
					(jdbc) -> jdbc.sql("insert into users values (1, 'x', 'S3cr3t')").update()))))
			.build();

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade)
			.satisfies((ex) -> assertThat(messages(ex)).contains("users_pkey").doesNotContainIgnoringCase("S3cr3t"));
	}

	@Test
	void operationWithoutAReverseIsNamedWithoutThem() {
		Migrator migrator = Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(
					List.of(LambdaRevision.inTransaction((op) -> op.execute("select 'S3cr3t'\n    as password"))))
			.build();
		migrator.upgrade();

		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator.downgrade("base"))
			.withMessageContaining("select '***'")
			.withMessageNotContaining("S3cr3t");
	}

	@Test
	void rowAndKeyOfOtherTablesAreShown() {
		this.revisions.add("a", "insert into plain values (1, 'x'), (2, null);");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("insert into plain values (1, 'x'), (2, null)")
			.withMessageContaining("null value in column \"name\" of relation \"plain\"")
			.withMessageContaining("Detail: Failing row contains (2, null).");
	}

	@Test
	void namesStayInTheMessageOfAStatementThatSpeaksOfASecret() {
		this.revisions.add("a", "alter table users alter column pasword set not null, alter password drop not null;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("column \"pasword\" of relation \"users\" does not exist");
	}

	@Test
	void noticeThatIsRaisedByAStatementThatSpeaksOfASecretIsNotLogged(CapturedOutput output) {
		this.revisions.add("a", """
				do $$ begin raise notice 'first'; end $$;
				do $$ declare p text := 'S3cr3t'; begin raise notice '%', p; perform 'password'; end $$;
				do $$ begin raise notice 'the password is %', 'S3' || 'cr3t'; end $$;
				drop table if exists tokens;
				""");

		upgrade();

		assertThat(output).doesNotContain("S3cr3t")
			.contains("The server says: first", "The server says: ***",
					"The server says: table \"tokens\" does not exist, skipping");
	}

	@Test
	void statementOfAnotherSessionIsShownWithoutThem() throws Exception {
		try (Connection other = this.database.newDataSource().getConnection();
				ServerConnection server = ServerConnection.open(this.database.dataSource(), (notice) -> {
				})) {
			other.setAutoCommit(false);
			try (Statement statement = other.createStatement()) {
				assertThat(inTheWay(server, statement, "select 'S3cr3t', '" + "x".repeat(300) + "' as password"))
					.contains("select '***', '***' as password");
				assertThat(inTheWay(server, statement, "select 'S3cr3t', '" + "x".repeat(3000) + "' as password"))
					.contains("select '***', '***'");
				assertThat(inTheWay(server, statement, "select 'x', count(*) from plain"))
					.contains("select 'x', count");
			}
		}
	}

	private String inTheWay(ServerConnection server, Statement statement, String sql) throws Exception {
		statement.execute("lock table users");
		statement.execute(sql);
		int pid = server.backendPid();
		try (ServerConnection observer = ServerConnection.open(this.database.newDataSource(), (notice) -> {
		})) {
			Thread waiting = new Thread(
					() -> server.send("begin; set local lock_timeout = '20s'; lock table users; commit"));
			waiting.start();
			try {
				return await().until(() -> String.join("\n", Blockers.of(observer, pid)), (lines) -> !lines.isEmpty());
			}
			finally {
				server.cancel();
				waiting.join();
				server.rollback();
			}
		}
	}

	private void upgrade() {
		Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build().upgrade();
	}

	private static String messages(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.map(Throwable::toString)
			.collect(Collectors.joining("\n"));
	}

}
