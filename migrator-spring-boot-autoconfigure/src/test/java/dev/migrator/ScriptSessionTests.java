package dev.migrator;

import java.nio.file.Path;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.execution.HalfWay;
import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.PrintedSql;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.ScriptRunner;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a script without a transaction has made of its session is there again when it goes
 * on in another one, or it does not go on.
 */
@Tag("oldest")
class ScriptSessionTests {

	private static final String FAILS_ONCE = "\nselect 1 / count(*) from gate;\ncreate table second (id int);";

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void addRevisions(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("a",
					"""
							create table gate (id int);
							create schema app;
							create function enter() returns text language sql as $$ select set_config('search_path', 'app,public', false) $$;
							create procedure go() language sql as $$ select enter() $$;""");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "set search_path = app, public;", "do $$ begin perform enter(); end $$;", "select enter();",
					"call go();", "with x as (select set_config('search_path', 'app,public', false)) select * from x;",
					"create table first as select enter();", "begin; select enter(); commit;" })
	void settingsThatAStatementChangedAreThereAgain(String statement) {
		stopAfter(statement);

		goOn();

		assertThat(this.database.has("app.second")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "begin; set search_path = app, public; rollback;",
			"begin; set local search_path = app, public; commit;", "set local search_path = app, public;",
			"set search_path = app, public; reset search_path;", "select 'set search_path = app';" })
	void settingsThatDidNotLastAreNotThereAgain(String statement) {
		stopAfter(statement);

		goOn();

		assertThat(this.database.has("public.second")).isTrue();
	}

	@Test
	void roleIsThereAgain() {
		String role = "guest_" + this.database.name();
		this.database.execute("create role " + role);
		this.database.execute("grant create on schema public to " + role);
		stopAfter("grant select on gate to %1$s; do $$ begin set role %1$s; end $$;".formatted(role));

		goOn();

		assertThat(this.database.value("select relowner::regrole from pg_class where relname = 'second'"))
			.isEqualTo(role);
		this.database.execute("drop owned by " + role + "; drop role " + role);
	}

	@Test
	void settingWithADotIsThereAgain() {
		this.revisions.addWithoutTransaction("b <- a", "select set_config('app.tenant', 'one', false);\n"
				+ "select 1 / count(*) from gate;\ncreate table second as select current_setting('app.tenant') as tenant;");
		assertStops();

		goOn();

		assertThat(this.database.value("select tenant from second")).isEqualTo("one");
	}

	@Test
	void settingThatMayBeSecretIsNotStored() {
		stopAfter("select set_config('app.api_token', 'hush', false);");

		assertThat(this.database.value("select session from migrator_history where revision = 'b'"))
			.doesNotContain("hush");
		assertDoesNotGoOn("the value of the setting app.api_token, which is not stored because it may be secret");
	}

	@Test
	void whatEndsWithTheSessionIsNotDoneWithout() {
		stopAfter("create temp table notes (id int); prepare q as select 1; "
				+ "begin; declare c cursor with hold for select 1; commit; select pg_advisory_lock(4242);");

		assertThat(migrator().status().halfWay()).extracting(HalfWay::command)
			.containsExactly("migrator resolve b --done 6");
		assertDoesNotGoOn("the temporary object notes", "the prepared statement q", "the cursor c",
				"the advisory lock 4242");
	}

	@Test
	void personSaysThatItIsNotNeeded() {
		stopAfter("create temp table notes (id int);");
		assertDoesNotGoOn("migrator resolve b --done 1");

		migrator().resolve("b", 1);
		goOn();

		assertThat(this.database.has("second")).isTrue();
	}

	@Test
	void whatAPersonSaysIsDoneKeepsTheSettings() {
		stopAfter("do $$ begin perform enter(); end $$; create temp table notes (id int); "
				+ "begin; set local search_path = nowhere; rollback;");
		assertDoesNotGoOn("the temporary object notes");

		migrator().resolve("b", 5);
		goOn();

		assertThat(this.database.has("app.second")).isTrue();
	}

	@Test
	void secretOfAnEarlierScriptIsNotStored() {
		this.revisions.add("b <- a", "create function hush() returns text language sql as "
				+ "$$ select set_config('App.Api_Token', 'hush', false) $$;");
		this.revisions.addWithoutTransaction("c <- b", "select hush();" + FAILS_ONCE);
		assertStops();

		assertThat(this.database.value("select session from migrator_history where revision = 'c'"))
			.doesNotContain("'hush'", "\"hush\"");
	}

	@Test
	void whatThePoolHasInEachSessionIsNotMissed() {
		HikariDataSource pool = this.database.newPool();
		pool.setConnectionInitSql("prepare pools as select 1");
		try (pool) {
			Migrator migrator = Migrator.builder(pool).locations(this.revisions.location()).build();
			this.revisions.addWithoutTransaction("b <- a", "select 1;" + FAILS_ONCE);
			assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade);
			this.database.execute("insert into gate values (1)");

			Migrator.builder(pool).locations(this.revisions.location()).build().upgrade();
		}
		assertThat(this.database.has("second")).isTrue();
	}

	@Test
	void whatIsGoneAgainIsNotMissed() {
		stopAfter("create temp table notes (id int); drop table notes; prepare q as select 1; deallocate q;");

		goOn();

		assertThat(this.database.has("second")).isTrue();
	}

	@Test
	void printedScriptKeepsTheSessionToo() {
		this.revisions.addWithoutTransaction("b <- a", "do $$ begin perform enter(); end $$;" + FAILS_ONCE);
		migrator().upgrade("a");
		String script = PrintedSql.ofUpgrade(migrator(), "a:b");
		assertThatExceptionOfType(ScriptRunner.StoppedException.class)
			.isThrownBy(() -> ScriptRunner.DRIVER.run(this.database, script));

		goOn();

		assertThat(this.database.has("app.second")).isTrue();
	}

	private void stopAfter(String statements) {
		this.revisions.addWithoutTransaction("b <- a", statements + FAILS_ONCE);
		assertStops();
	}

	private void assertStops() {
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade())
			.withMessageContaining("division by zero");
		this.database.disconnect();
	}

	private void goOn() {
		this.database.execute("insert into gate values (1)");
		migrator().upgrade();
	}

	private void assertDoesNotGoOn(String... reasons) {
		this.database.execute("insert into gate values (1)");
		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(() -> migrator().upgrade())
			.withMessageContaining(
					"It cannot continue in another session, because these objects ended with its session:")
			.withMessageContainingAll(reasons);
		assertThat(this.database.has("second")).isFalse();
	}

	private Migrator migrator() {
		return Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build();
	}

}
