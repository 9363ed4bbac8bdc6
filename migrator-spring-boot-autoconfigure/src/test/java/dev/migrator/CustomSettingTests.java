package dev.migrator;

import java.nio.file.Path;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.PrintedSql;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.ScriptRunner;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Settings with a dot in their name are the session's own until an extension is loaded
 * that defines them, which a script may do.
 */
@Tag("server")
@Tag("oldest")
class CustomSettingTests {

	private static final String LOADS_PLPGSQL = "do $$ begin perform 1; end $$;";

	private final TestDatabase database = Postgres.newDatabase();

	private final HikariDataSource pool = this.database.newPool();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		this.pool.setMaximumPoolSize(1);
	}

	@AfterEach
	void close() {
		this.pool.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "set plpgsql.check_asserts = off;", "-- set plpgsql.check_asserts = off\nselect 1;",
			"select 'set plpgsql.check_asserts = off';",
			"create function f() returns int language sql set plpgsql.check_asserts = off as 'select 1';",
			"do $$ begin perform set_config('plpgsql.check_asserts', 'off', false); end $$;",
			"set local plpgsql.check_asserts = off;", "reset plpgsql.check_asserts;",
			"alter database \"%s\" set plpgsql.check_asserts = off;" })
	void settingOfAnExtensionThatTheScriptLoadsIsReset(String sql) {
		String script = sql.replace("%s", this.database.name()) + LOADS_PLPGSQL;
		this.revisions.add("a", script)
			.add("b <- a", "create table seen as select current_setting('plpgsql.check_asserts', true) as value;");

		upgrade();

		assertThat(this.database.value("select value from seen")).isEqualTo("on");
		assertThat(
				ofTheApplication("select setting || ' ' || source from pg_settings where name like 'plpgsql.check%'"))
			.isEqualTo("on default");
	}

	@ParameterizedTest
	@ValueSource(strings = { "set plpgsql.check_asserts = off;",
			"do $$ begin perform set_config('plpgsql.check_asserts', 'off', false); end $$;" })
	void withoutATransactionToo(String sql) {
		this.revisions.addWithoutTransaction("a", sql + LOADS_PLPGSQL).addWithoutTransaction("b <- a", """
				create table seen as select current_setting('plpgsql.check_asserts', true) as value;""");

		upgrade();

		assertThat(this.database.value("select value from seen")).isEqualTo("on");
		assertThat(
				ofTheApplication("select setting || ' ' || source from pg_settings where name like 'plpgsql.check%'"))
			.isEqualTo("on default");
	}

	@Test
	void extensionIsCreatedByTheScriptThatSetsItsSetting() {
		this.revisions.add("a", """
				create extension pg_trgm;
				create function f(text) returns boolean language sql set pg_trgm.similarity_threshold = 0.4
				    as $$ select $1 % 'x' $$;
				select f('y');""");

		upgrade();

		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void whatThePoolHadSetIsKeptWhenTheExtensionIsLoaded() throws SQLException {
		this.pool.setConnectionInitSql("set plpgsql.check_asserts = off; set plpgsql.extra_warnings = 'none'");
		this.revisions.add("a", LOADS_PLPGSQL + "set plpgsql.check_asserts = on;")
			.add("b <- a", "create table seen as select current_setting('plpgsql.check_asserts', true) as value;");

		upgrade();

		assertThat(this.database.value("select value from seen")).isEqualTo("off");
		assertThat(ofTheApplication("""
				select string_agg(setting, ' ' order by name) from pg_settings
				where source = 'session' and name like 'plpgsql.%'""")).isEqualTo("off none");
	}

	@Test
	void sessionIsEndedWhoseSettingTheExtensionDoesNotAllow() throws SQLException {
		this.pool.setConnectionInitSql("set plpgsql.check_asserts = 'perhaps'");
		String process = ofTheApplication("select pg_backend_pid()");
		this.revisions.add("a", LOADS_PLPGSQL + "set plpgsql.check_asserts = on;");

		upgrade();

		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(ofTheApplication("select pg_backend_pid()")).isNotEqualTo(process);
		assertThat(ofTheApplication("select current_setting('plpgsql.check_asserts')")).isEqualTo("perhaps");
	}

	@Test
	void printedScriptPutsThemBackToo() {
		this.revisions.add("a", LOADS_PLPGSQL + "set plpgsql.check_asserts = off; set app.tenant = 'x';")
			.addWithoutTransaction("b <- a",
					"set plpgsql.check_asserts = off; set app.tenant = 'y'; set app.other = 'z';")
			.add("c <- b", """
					create table seen as select current_setting('plpgsql.check_asserts') || ' ' ||
					    current_setting('app.tenant') || ' ' || current_setting('app.other', true) as value;""");
		Migrator migrator = Migrator.builder(this.pool).locations(this.revisions.location()).build();
		String script = PrintedSql.ofUpgrade(migrator, "head");

		ScriptRunner.PSQL.run(this.database, script, "set app.tenant = 'mine'");

		assertThat(this.database.value("select value from seen")).isEqualTo("on mine ");
	}

	private void upgrade() {
		Migrator.builder(this.pool).locations(this.revisions.location()).build().upgrade();
	}

	private String ofTheApplication(String sql) {
		return new JdbcTemplate(this.pool).queryForObject(sql, String.class);
	}

}
