package dev.migrator.internal.dialect.catalog;

import dev.migrator.internal.dialect.scratch.SchemaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a script creates that is not compared, in the words in which the database's own
 * objects are named.
 */
class UnreadKindTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "create temp view v as select 1 | temporary objects",
			"create aggregate a (int) | aggregates", "create event trigger t on ddl_command_end | event triggers",
			"create type t as (a int) | composite types", "create type s.t as range (subtype = int) | range types",
			"create type t (input = f, output = g) | base types", "create operator === (leftarg = int) | operators",
			"create operator class c for type int using btree as storage int | operator classes",
			"create operator family f using btree | operator families", "create collation c from x | collations",
			"create default conversion c for 'A' to 'B' from f | conversions",
			"create cast (a as b) without function | casts",
			"create text search dictionary d (template = simple) | text search dictionaries",
			"create statistics s on a, b from t | statistics objects", "create extension citext | extensions",
			"create trusted procedural language l | languages",
			"create access method a type index handler f | access methods", "create publication p | publications",
			"create foreign data wrapper w | foreign-data wrappers",
			"create server s foreign data wrapper w | foreign servers",
			"create foreign table t (a int) server s | foreign tables",
			"create user mapping for u server s | user mappings", "create user u | roles", "create role r | roles",
			"create table p1 partition of p default | partitions", "grant select on t to public | rights",
			"alter table t owner to u | owners" })
	void kindsHaveTheWordsOfPostgresql(String statement, String kind) {
		assertThat(new SchemaScript(statement).unread()).extracting(UnreadKind::kind).containsExactly(kind);
	}

	@ParameterizedTest
	@ValueSource(strings = { "create table view (a int)", "create unlogged table function (trigger int)",
			"create unique index policy on rule (a)", "create sequence domain", "create domain d as int",
			"create type t as enum ('AS RANGE')", "create schema extension",
			"create table if not exists server (operator int)", "comment on column t.a is 'view'" })
	void namesAreNoKinds(String statement) {
		assertThat(new SchemaScript(statement).unread()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "create or replace view v as select 1", "create materialized view v as select 1",
			"create function f() returns int", "create or replace procedure p()",
			"create constraint trigger t after insert on x", "create policy p on t", "create rule r as on delete to t",
			"alter table t enable row level security", "comment on materialized view v is 'view'",
			"comment on policy p on t is 'policy'" })
	void comparedKindsAreNotAmongThem(String statement) {
		assertThat(new SchemaScript(statement).unread()).isEmpty();
	}

	@Test
	void linesOfOneKindStandTogether() {
		assertThat(new SchemaScript("""
				create operator === (leftarg = int);
				create collation c from \"C\";
				create operator !== (leftarg = int);
				""").unread()).extracting(UnreadKind::toString)
			.containsExactly("UnreadKind[kind=operators, lines=[1, 3]]", "UnreadKind[kind=collations, lines=[2]]");
	}

}
