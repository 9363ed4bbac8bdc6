package dev.migrator.internal.dialect.inspection;

import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * After which statements no setting is to be put back.
 */
class QuietStatementTests {

	@ParameterizedTest
	@ValueSource(strings = { "create table t (id bigint generated always as identity primary key, name text not null)",
			"create unlogged table t (like other including all) with (fillfactor = 70)",
			"create unique index i on t using btree (lower(name))", "create sequence s", "create schema a",
			"create type mood as enum ('set', 'select')", "comment on table t is 'select'", "drop table t cascade",
			"grant select on t to public", "revoke all on t from public", "alter table t add column n int",
			"alter table t add column n varchar(255) not null",
			"alter table t add n numeric(10, 2) unique, add column m varchar(20)", "alter table t rename to u",
			"alter table t alter column n set not null" })
	void definitionsAreQuiet(String sql) {
		assertThat(quiet(sql)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "set search_path = a", "reset all", "discard all", "select set_config('a.b', 'c', false)",
			"with x as (select 1) select 1", "insert into t values (1)", "do $$ begin end $$", "call p()",
			"create table t as select f()", "create table t as table u", "create table t as values (1)",
			"create table t as execute q", "create table p partition of t for values from (f()) to (g())",
			"create temp table t (id int)", "create view v as select 1", "create extension pg_trgm",
			"create function f() returns int language sql return 1", "create schema a create view v as select 1",
			"create event trigger e on ddl_command_end execute function f()", "create materialized view v as select 1",
			"alter table t add check (f(n))", "alter table t add column n int default f()",
			"alter table t add column n int default f(5)", "alter table t add column n varchar(5) default f(5)",
			"alter table t add check (1)", "alter table t add column n int generated always as (1) stored",
			"alter table t alter n type varchar(5)", "alter table t add column n varchar(f(5))",
			"alter table t add foreign key (n) references u (id)", "alter table t alter n type int using n::int",
			"alter database d set a.b = 'c'", "alter role r set role = x", "refresh materialized view v", "vacuum", "",
			"import foreign schema s from server x into y" })
	void whateverMayRunCodeIsNot(String sql) {
		assertThat(quiet("create table t (id int); " + sql + "; create table u (id int)")).isEqualTo(sql.isEmpty());
	}

	private static boolean quiet(String sql) {
		return QuietStatement.are(new StatementGroup(sql, 1, 1));
	}

}
