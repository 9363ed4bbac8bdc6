package dev.migrator.internal.dialect.inspection;

import java.io.StringReader;
import java.util.List;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The rules about transactions compared with what the server itself says.
 */
@Tag("server")
@Tag("oldest")
class ScriptRuleServerTests {

	private static final String ACTIVE_TRANSACTION = "25001";

	private static final TestDatabase database = Postgres.newDatabase();

	private static ServerConnection server;

	@BeforeAll
	static void setUp() {
		server = ServerConnection.open(database.dataSource(), (notice) -> {
		});
		server.send("""
				create table t (id int primary key);
				create index i on t (id);
				create table p (id int) partition by list (id);
				create table p1 partition of p for values in (1);
				create type mood as enum ('a');
				create table m (v mood);
				create subscription s connection 'dbname=x' publication p with (connect = false);
				create table vacuum (id int)
				""");
	}

	@AfterEach
	void rollBack() {
		server.rollback();
	}

	@AfterAll
	static void tearDown() {
		server.send("alter subscription s set (slot_name = none); drop subscription s");
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "create index concurrently on t (id)", "create unique index concurrently x on t (id)",
			"Create Index /* ; */ Concurrently If Not Exists i On t (id)", "drop index concurrently i",
			"drop index concurrently if exists nope", "reindex index concurrently i", "reindex table concurrently t",
			"reindex (concurrently) table t", "reindex (verbose, concurrently) index i",
			"reindex (concurrently true) table t", "reindex (verbose) table concurrently t", "reindex schema public",
			"reindex (verbose) schema public", "reindex database %s", "reindex system %1$s",
			"alter table p detach partition p1 concurrently",
			"alter table if exists public.p detach partition public.p1 concurrently", "vacuum", "vacuum full t",
			"vacuum (analyze, verbose) t", "alter system set work_mem = '4MB'", "alter system reset all",
			"create database x", "drop database if exists x", "create tablespace x location '/x'",
			"drop tablespace if exists x", "alter database %1$s set tablespace pg_default", "cluster",
			"cluster verbose", "cluster /* all */ -- of it\n",
			"create subscription x connection 'dbname=x' publication p",
			"create subscription x connection 'create_slot = false' publication p with (slot_name = 'x')",
			"drop subscription s", "drop subscription if exists s", "commit prepared 'x'", "rollback prepared 'x'" })
	void whatTheServerDoesNotRunInATransactionIsRefused(String statement) {
		String sql = statement.formatted(database());

		assertThat(sqlStateInTransaction(sql)).isEqualTo(ACTIVE_TRANSACTION);
		assertThat(inspect(sql)).singleElement().satisfies((refusal) -> {
			assertThat(refusal.what()).startsWith("PostgreSQL does not run ").endsWith(" in a transaction");
			assertThat(refusal.fineOutsideTransaction()).isTrue();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "create index on t (id)", "create index \"concurrently\" on t (id)", "drop index i",
			"reindex index i", "reindex table t", "reindex (concurrently false) table t",
			"reindex (concurrently 0) table t", "reindex (concurrently 'off') table t", "reindex (verbose) table t",
			"alter table p detach partition p1", "alter table t alter id set statistics 5", "analyze t",
			"select * from vacuum", "comment on table vacuum is 'vacuum; concurrently'",
			"alter database %s set work_mem = '4MB'", "alter database %1$s reset all", "cluster t using t_pkey",
			"cluster \"t\" using t_pkey", "cluster verbose t using t_pkey",
			"create subscription x connection 'dbname=x' publication p with (connect = false)",
			"alter subscription s set (slot_name = none); drop subscription s",
			"alter subscription s set publication q with (refresh = false)", "alter type mood add value 'b'",
			"savepoint x; rollback to x; rollback work to savepoint x; rollback transaction to x; release x",
			"refresh_ as (select 1) select 1", "set transaction isolation level serializable", "checkpoint",
			"do $$ begin begin perform 1; exception when others then null; end; end $$",
			"prepare x as select 1; deallocate x", "lock table t", "declare c cursor for select 1; close c" })
	void whatTheServerRunsInATransactionIsNotRefused(String statement) {
		String sql = (statement.startsWith("refresh_") ? "with " : "") + statement.formatted(database());

		assertThat(sqlStateInTransaction(sql)).isNull();
		assertThat(inspect(sql)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "begin", "begin work", "begin isolation level serializable", "start transaction",
			"start transaction read only" })
	void whatBeginsATransactionIsRefused(String statement) {
		server.send(statement);

		assertThat(server.inTransaction()).isTrue();
		assertThat(inspect(statement)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "commit", "end", "commit work", "end transaction", "rollback", "abort", "rollback work",
			"abort transaction", "commit and no chain" })
	void whatEndsATransactionIsRefused(String statement) {
		server.send("begin; " + statement);

		assertThat(server.inTransaction()).isFalse();
		assertThat(inspect(statement)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "insert into m values ('b')", "insert into words values ('b')", "comment on type mood is 'b'" })
	void newEnumValueIsForTheServerToJudge(String use) {
		assertThat(inspect("alter type mood add value 'b'; " + use)).isEmpty();
	}

	private String sqlStateInTransaction(String sql) {
		server.send("begin");
		SqlFailure failure = catchThrowableOfType(SqlFailure.class, () -> server.send(sql));
		server.send("rollback");
		return (failure != null) ? failure.error().sqlState() : null;
	}

	private static List<Refusal> inspect(String sql) {
		return ScriptInspection.inTransaction().inspect(new StringReader(sql), 1);
	}

	private String database() {
		return database.name();
	}

}
