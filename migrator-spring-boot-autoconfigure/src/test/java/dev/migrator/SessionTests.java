package dev.migrator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a revision does to its session neither the next one nor the application feels, and
 * what the pool did to it is kept.
 */
@Tag("server")
class SessionTests {

	private static final String SESSION = "select string_agg(name || '=' || setting, ' ' order by name) from pg_settings "
			+ "where source = 'session'";

	private final TestDatabase database = Postgres.newDatabase();

	private final HikariDataSource pool = this.database.newPool();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		this.pool.setMaximumPoolSize(1);
		this.database
			.execute("do $$ begin create role migrator_guest; exception when duplicate_object then null; end $$");
	}

	@AfterEach
	void close() {
		this.pool.close();
	}

	@Test
	void settingsOfOneRevisionDoNotReachTheNext() {
		this.revisions
			.add("a",
					"create schema s; set search_path = s; set role migrator_guest; set work_mem = '64kB'; "
							+ "set app.tenant = 'x';")
			.add("b <- a", """
					create table seen as select current_schema() as schema, current_user::text as role,
					    current_setting('work_mem') as work_mem, current_setting('app.tenant', true) as tenant""");

		upgrade();

		assertThat(this.database.value(
				"select schema || ' ' || (role = session_user) || ' ' || work_mem || '/' || tenant from public.seen"))
			.isEqualTo("public true 4MB/");
	}

	@Test
	void emptySearchPathOfADumpDoesNotReachOurOwnStatements() {
		this.revisions.add("a", "select pg_catalog.set_config('search_path', '', false); create table public.t ();");

		upgrade();

		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void whatThePoolSetIsPutBack() throws SQLException {
		this.database.execute("create schema app");
		this.database.execute("grant all on schema app to migrator_guest");
		this.pool
			.setConnectionInitSql("set search_path = app; set role migrator_guest; set app.tenant = 'it''s; \\ me'");
		this.revisions.add("a", "create table t (); reset role; set search_path = public; set app.tenant = 'other'")
			.add("b <- a", "create table u ()")
			.addWithoutTransaction("c <- b", "set search_path = public; reset role; vacuum;");

		upgrade();

		assertThat(this.database.column("""
				select relname || ' of ' || relowner::regrole from pg_class
				where relnamespace = 'app'::regnamespace and relkind = 'r' order by 1""")).containsExactly(
				"migrator_history of migrator_guest", "migrator_version of migrator_guest", "t of migrator_guest",
				"u of migrator_guest");
		assertThat(session()).isEqualTo("app migrator_guest it's; \\ me");
	}

	@Test
	void whatThePoolSetIsPutBackAfterAFailureToo() throws SQLException {
		this.pool.setConnectionInitSql("set app.tenant = 'mine'; set role migrator_guest");
		this.database.execute("grant all on schema public to migrator_guest");
		this.revisions.add("a", "reset role; set app.tenant = 'other'; select 1/0");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);

		assertThat(session()).isEqualTo("public migrator_guest mine");
	}

	@Test
	void timeoutsOfTheMigratorAreNotLeftBehind() throws SQLException {
		this.revisions
			.add("a",
					"create table seen as select current_setting('lock_timeout') || ' '"
							+ " || current_setting('statement_timeout') as timeouts")
			.addWithoutTransaction("b <- a", "vacuum");

		upgrade();

		assertThat(this.database.value("select timeouts from seen")).isEqualTo("1s 0");
		try (Connection connection = this.pool.getConnection(); Statement statement = connection.createStatement()) {
			var result = statement.executeQuery("select current_setting('lock_timeout')");
			assertThat(result.next()).isTrue();
			assertThat(result.getString(1)).isEqualTo("0");
		}
	}

	@Test
	void connectionComesBackInTheCommitModeOfThePool() throws SQLException {
		this.pool.setAutoCommit(false);
		this.revisions.add("a", "create table t ()");

		upgrade();

		try (Connection connection = this.pool.getConnection()) {
			assertThat(connection.getAutoCommit()).isFalse();
		}
		assertThat(this.database.has("t")).isTrue();
	}

	@Test
	void temporaryTablesOfOneRevisionDoNotReachTheNextOrTheApplication() {
		this.revisions.add("a",
				"create temp table scratch (id int); create function pg_temp.f() returns int language sql as 'select 1';")
			.add("b <- a", "create table found as select to_regclass('scratch') is not null as it;")
			.addWithoutTransaction("c <- b", "create temp table scratch (id int);");

		upgrade();

		assertThat(this.database.value("select it from found")).isEqualTo("f");
		assertThat(ofTheApplication("select to_regclass('pg_temp.scratch') is null")).isEqualTo("t");
	}

	@Test
	void locksThatAScriptTookAreGivenBackAndTheMigratorsOwnIsKept() {
		this.revisions
			.add("a",
					"select pg_advisory_lock(1); select pg_advisory_lock(1); select pg_advisory_lock_shared(-2); "
							+ "select pg_advisory_lock(3, -4); select pg_advisory_lock_shared(5, 6);")
			.add("b <- a",
					"create table held as select * from pg_locks "
							+ "where locktype = 'advisory' and pid = pg_backend_pid();")
			.addWithoutTransaction("c <- b", "select pg_advisory_lock(7);");

		upgrade();

		assertThat(this.database.column("select (classid::bigint << 32 | objid::bigint)::text from held"))
			.containsExactly(Long.toString(new AdvisoryLock("public", "migrator_version").key()));
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@Test
	void lockThatThePoolTookIsKept() throws SQLException {
		this.pool.setConnectionInitSql("select pg_advisory_lock(42)");
		this.revisions.add("a", "select pg_advisory_lock(1);");

		upgrade();

		assertThat(ofTheApplication("select string_agg(objid::text, ' ') from pg_locks "
				+ "where locktype = 'advisory' and pid = pg_backend_pid()"))
			.isEqualTo("42");
	}

	@Test
	void channelsCursorsAndPreparedStatementsOfAScriptAreEnded() {
		this.revisions.add("a", "listen news; prepare p as select 1; declare c cursor with hold for select 1;")
			.add("b <- a", """
					create table seen as select (select count(*) from pg_listening_channels()) || ' '
					    || (select count(*) from pg_prepared_statements where from_sql) || ' '
					    || (select count(*) from pg_cursors where is_holdable) as leftovers;""");

		upgrade();

		assertThat(this.database.value("select leftovers from seen")).isEqualTo("0 0 0");
		assertThat(ofTheApplication("select count(*) from pg_listening_channels()")).isEqualTo("0");
	}

	@Test
	void whatAFunctionLeftIsClearedUpAtTheEndOfTheRun() {
		this.database.execute("create function sly() returns void language plpgsql as "
				+ "'begin create temp table scratch (id int); perform pg_advisory_lock(1); end'");
		this.revisions.add("a", "select sly();");

		upgrade();

		assertThat(ofTheApplication("select to_regclass('pg_temp.scratch') is null")).isEqualTo("t");
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@Test
	void whatAFailedRevisionLeftIsClearedUpToo() {
		this.revisions.addWithoutTransaction("a", "create temp table scratch (id int); listen news; select 1/0;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);

		assertThat(ofTheApplication("select to_regclass('pg_temp.scratch') is null "
				+ "and (select count(*) from pg_listening_channels()) = 0"))
			.isEqualTo("t");
	}

	@Test
	void lockOfAWholeRunsTransactionIsLeftToIt() {
		this.revisions.add("a", "select pg_advisory_xact_lock(1); select pg_advisory_lock(2); create temp table x ();")
			.add("b <- a", "create table b ();");

		Migrator.builder(this.pool)
			.locations(this.revisions.location())
			.transaction(TransactionMode.SINGLE)
			.build()
			.upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@Tag("oldest")
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void sessionThatCannotBePutBackIsEndedAndThePoolOpensAnother(boolean inTransaction) {
		String before = ofTheApplication(SESSION);
		String process = ofTheApplication("select pg_backend_pid()");
		String sql = """
				set temp_buffers = 200; set lock_timeout = '7s'; set work_mem = '64kB';
				create temp table scratch as select 1 as id;
				select count(*) from scratch;""";
		if (inTransaction) {
			this.revisions.add("a", sql);
		}
		else {
			this.revisions.addWithoutTransaction("a", sql);
		}
		this.revisions.add("b <- a", "create table seen as select current_setting('work_mem') as work_mem;");

		upgrade();

		assertThat(this.database.value("select work_mem from seen")).isEqualTo("4MB");
		assertThat(ofTheApplication("select pg_backend_pid()")).isNotEqualTo(process);
		assertThat(ofTheApplication(SESSION)).isEqualTo(before);
	}

	@Test
	void numberOfTemporaryBuffersIsPutBackAsLongAsThatIsPossible() {
		String before = ofTheApplication(SESSION);
		String process = ofTheApplication("select pg_backend_pid()");
		this.revisions.add("a", "set temp_buffers = 200; create temp view scratch as select 1;");

		upgrade();

		assertThat(ofTheApplication("select pg_backend_pid()")).isEqualTo(process);
		assertThat(ofTheApplication(SESSION)).isEqualTo(before);
	}

	@Test
	void settingOfASuperuserIsPutBackBeforeTheRoleThatMayDoSoIsLeft() {
		this.database.execute("""
				do $$ begin create role migrator_clerk login; exception when duplicate_object then null; end $$;
				do $$ begin create role migrator_boss superuser; exception when duplicate_object then null; end $$;
				grant migrator_boss to migrator_clerk;
				grant all on schema public to migrator_clerk;""");
		this.pool.setUsername("migrator_clerk");
		String process = ofTheApplication("select pg_backend_pid()");
		this.revisions.add("a", "set role migrator_boss; set session_replication_role = replica;")
			.add("b <- a", "create table seen as select current_setting('session_replication_role') as role;");

		upgrade();

		assertThat(this.database.value("select role from seen")).isEqualTo("origin");
		assertThat(ofTheApplication("select pg_backend_pid()")).isEqualTo(process);
		this.revisions.add("c <- b", "set role migrator_boss; set session_replication_role = replica; reset role;");

		upgrade();

		assertThat(ofTheApplication("select current_setting('session_replication_role')")).isEqualTo("origin");
		assertThat(ofTheApplication("select pg_backend_pid()")).isNotEqualTo(process);
	}

	@Test
	void settingOfThePoolThatAScriptResetsIsSetAgain() throws SQLException {
		this.pool.setConnectionInitSql("set work_mem = '5MB'");
		String before = ofTheApplication(SESSION);
		this.revisions.add("a", "reset work_mem;")
			.addWithoutTransaction("b <- a", "reset all;")
			.add("c <- b", "create table seen as select current_setting('work_mem') as work_mem;");

		upgrade();

		assertThat(this.database.value("select work_mem from seen")).isEqualTo("5MB");
		assertThat(ofTheApplication(SESSION)).isEqualTo(before);
	}

	@Test
	void scriptMayLetItsSessionOnlyRead() {
		this.revisions.addWithoutTransaction("a", """
				create table t (id int);
				set default_transaction_read_only = on;
				select count(*) from t;
				set default_transaction_read_only = off;
				insert into t values (1);
				set default_transaction_read_only = on;""").add("b <- a", "insert into t values (2);");

		upgrade();

		assertThat(this.database.column("select id::text from t order by id")).containsExactly("1", "2");
	}

	private String ofTheApplication(String sql) {
		return new JdbcTemplate(this.pool).queryForObject(sql, String.class);
	}

	private String session() throws SQLException {
		try (Connection connection = this.pool.getConnection(); Statement statement = connection.createStatement()) {
			var result = statement.executeQuery(
					"select current_schema() || ' ' || current_user || ' ' " + "|| current_setting('app.tenant')");
			assertThat(result.next()).isTrue();
			return result.getString(1);
		}
	}

	private void upgrade() {
		Migrator.builder(this.pool).locations(this.revisions.location()).build().upgrade();
	}

}
