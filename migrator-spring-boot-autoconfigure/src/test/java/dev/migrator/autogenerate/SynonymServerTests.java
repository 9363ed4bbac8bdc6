package dev.migrator.autogenerate;

import java.util.function.Consumer;

import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.dialect.normalform.DefinitionRefusedException;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.script.Operations;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.sql;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Nothing is found between what was written by hand and a model that says the same in
 * other words.
 */
@Tag("server")
class SynonymServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void typesAndDefaults() {
		this.database.execute(
				"""
						create type mood as enum ('sad', 'ok');
						create table t (
						    id serial primary key, big bigserial, i int, i2 smallint, i8 bigint, f float, f4 real, d decimal(8, 2),
						    v varchar, c char(3), one char, b boolean default true, at timestamptz default now(), at3 timestamp(3),
						    t time default '10:00', tz timetz, day date default current_date, span interval default '1 day',
						    words text[] default '{}', numbers int[] default array[1, 2], doc jsonb default '{}', m mood default 'ok',
						    moods mood[] default '{sad}', x text default 'x', y varchar(9) default 'y', z numeric default 1.50,
						    n int default -1, u uuid default gen_random_uuid(), bits bit(4) default '0101', bin bytea default '\\x00')
						""");

		assertNothingFound((op) -> {
			op.createEnum("mood", "sad", "ok");
			op.createTable("t", (t) -> {
				t.column("id", sql("serial4")).primaryKey();
				t.column("big", sql("serial8"));
				t.column("i", sql("int4"));
				t.column("i2", sql("int2"));
				t.column("i8", sql("int8"));
				t.column("f", sql("float8"));
				t.column("f4", sql("float(24)"));
				t.column("d", sql("numeric(8,2)"));
				t.column("v", sql("character varying"));
				t.column("c", sql("character(3)"));
				t.column("one", sql("char(1)"));
				t.column("b", sql("bool")).defaultSql("'yes'");
				t.column("at", sql("timestamp with time zone")).defaultSql("NOW()");
				t.column("at3", sql("timestamp(3) without time zone"));
				t.column("t", sql("time without time zone")).defaultSql("time '10:00:00'");
				t.column("tz", sql("time with time zone"));
				t.column("day", sql("date")).defaultSql("CURRENT_DATE");
				t.column("span", sql("interval")).defaultSql("interval '1 day'");
				t.column("words", sql("text ARRAY")).defaultSql("'{}'::text[]");
				t.column("numbers", sql("integer[]")).defaultSql("ARRAY[1,2]");
				t.column("doc", sql("JSONB")).defaultSql("'{}'::jsonb");
				t.column("m", named("mood")).defaultSql("cast('ok' as mood)");
				t.column("moods", sql("mood[]")).defaultSql("'{sad}'::mood[]");
				t.column("x", text()).defaultSql("'x'::text");
				t.column("y", varchar(9)).defaultSql("'y'");
				t.column("z", sql("decimal")).defaultSql("1.50");
				t.column("n", sql("int")).defaultSql("(-1)");
				t.column("u", sql("uuid")).defaultSql("(gen_random_uuid())");
				t.column("bits", sql("bit(4)")).defaultSql("B'0101'");
				t.column("bin", sql("bytea")).defaultSql("'\\000'");
			});
		});
	}

	@Test
	void checksIndexesAndGeneratedColumns() {
		this.database.execute("""
				create table t (
				    a int check (a between 1 and 9), s varchar(20) not null, k varchar(255),
				    twice int generated always as (a * 2) stored, lowered text generated always as (lower(s)) stored,
				    constraint ck_s check (s in ('A', 'B')), constraint ck_k check (k not in ('X', 'Y') or k like 'a%'),
				    constraint ck_a check (not (a = 3) and a is not null));
				create index ix_1 on t (lower(s), a desc); create index ix_2 on t (a) where s = 'A' and k is null;
				create index ix_3 on t ((coalesce(k, 'none'))) include (a)
				""");

		assertNothingFound(this::checked);
	}

	@Test
	void domains() {
		this.database.execute(
				"""
						create type mood as enum ('sad', 'ok');
						create domain email as varchar(320) default 'x@y' check (value like '%@%') check (length(value) between 3 and 9);
						create domain happy as mood default 'ok' check (value <> 'sad');
						create table t (e email, h happy)
						""");

		assertNothingFound((op) -> {
			op.createEnum("mood", "sad", "ok");
			op.createDomain("email", sql("character varying(320)"),
					(d) -> d.defaultSql("('x@y')")
						.check("VALUE ~~ '%@%'", (check) -> check.named("email_check"))
						.check("length(VALUE)>=3 AND length(VALUE)<=9", (check) -> check.named("email_check1")));
			op.createDomain("happy", named("mood"), (d) -> d.defaultSql("cast('ok' as mood)")
				.check("VALUE != 'sad'", (check) -> check.named("happy_check")));
			op.createTable("t", (t) -> {
				t.column("e", named("email"));
				t.column("h", named("happy"));
			});
		});
	}

	/**
	 * They are tried under other names, since a temporary schema has but one name.
	 */
	@Test
	@Tag("oldest")
	void typesAndSequencesThatAnotherSchemaIsToHave() {
		GeneratedSqlServerTests.run(this.database,
				Comparing.with(this.database, schema((op) -> ofAnother(op, "a", "b"))));

		assertNothingFound((op) -> ofAnother(op, "a", "b"));

		GeneratedSqlServerTests.run(this.database,
				Comparing.with(this.database, schema((op) -> ofAnother(op, "a", "b", "c"))));

		assertNothingFound((op) -> ofAnother(op, "a", "b", "c"));
	}

	private void ofAnother(Operations op, String... values) {
		op.createEnum("two.s", values);
		op.createSequence("two.\"My Numbers\"");
		op.createDomain("two.d", text(), (d) -> d.check("VALUE in ('a', 'two.s')"));
		op.createTable("two.b", (t) -> {
			t.column("id", sql("int8")).defaultSql("nextval('two.\"My Numbers\"')");
			t.column("st", named("two.s")).defaultSql("'%s'::two.s".formatted(values[values.length - 1]));
			t.column("d", named("two.d"));
			t.column("loud", named("two.s")).defaultSql("'a'::TWO.S");
			t.column("text", text()).defaultSql("'two.s'");
			t.check("st = any ('{a,b}'::two.s[])").named("ck");
			t.index().expression("(st = 'a'::two.s)").named("ix");
		});
	}

	/**
	 * A domain that a model got wrong is named, like a table.
	 */
	@Test
	void domainThatCannotBeIsRefused() {
		SchemaObjects wanted = schema(
				(op) -> op.createDomain("app.email", text(), (d) -> d.check("VALUE > 7", (it) -> it.named("ck"))));

		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> Comparing.with(this.database, wanted))
			.withMessageStartingWith("PostgreSQL refuses the definition of the wanted domain app.email:")
			.withMessageContaining("CREATE DOMAIN app.email AS text")
			.withMessageContaining("operator does not exist: text > integer")
			.satisfies((ex) -> assertThat(ex.action()).startsWith("Correct the definition of the domain"));
	}

	/**
	 * A file may create them where it is run, and the database not have them.
	 */
	@Test
	void namesThatTheDatabaseDoesNotKnowAreRefusedWhereverTheyAre() {
		refused((op) -> op.createDomain("place", named("geometry"), (d) -> {
		}), "the definition of the wanted domain place", "type \"geometry\" does not exist");
		refused((op) -> op.createDomain("word", text(), (d) -> d.collate("nowhere")),
				"the definition of the wanted domain word", "collation \"nowhere\" for encoding");
		refused((op) -> op.createTable("t", (t) -> {
			t.column("a", text());
			t.index().column("a", (key) -> key.operatorClass("gin_trgm_ops")).using("gin").named("ix");
		}), "the index \"ix\" of the wanted table t", "operator class \"gin_trgm_ops\" does not exist");
		refused((op) -> op.createTable("t", (t) -> {
			t.column("a", text());
			t.index().column("a", (key) -> key.collate("nowhere")).named("ix");
		}), "the index \"ix\" of the wanted table t", "collation \"nowhere\" for encoding");
	}

	private void refused(Consumer<Operations> wanted, String what, String why) {
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> Comparing.with(this.database, schema(wanted)))
			.withMessageStartingWith("PostgreSQL refuses " + what + ":")
			.withMessageContaining(why);
	}

	/**
	 * What a dump holds is what PostgreSQL printed, and is printed otherwise when it was
	 * read again.
	 */
	@Test
	void checksThatWentThroughADump() {
		GeneratedSqlServerTests.run(this.database, Comparing.with(this.database, schema(this::checked)));
		String printed = "select pg_get_constraintdef(oid) from pg_constraint where conname = 'ck_s'";
		String before = String.valueOf(this.database.value(printed));
		this.database.execute("alter table t drop constraint ck_s");
		this.database.execute("alter table t add constraint ck_s " + before);

		assertThat(this.database.value(printed)).isNotEqualTo(before);
		assertNothingFound(this::checked);
	}

	private void checked(Operations op) {
		op.createTable("t", (t) -> {
			t.column("a", sql("int4"));
			t.column("s", sql("character varying(20)")).notNull();
			t.column("k", varchar(255));
			t.column("twice", sql("integer")).generatedAs("a*2");
			t.column("lowered", text()).generatedAs("LOWER(s)");
			t.check("a >= 1 and a <= 9").named("t_a_check");
			t.check("s in ('A','B')").named("ck_s");
			t.check("k not in ('X','Y') or k ~~ 'a%'").named("ck_k");
			t.check("not a = 3 and a notnull").named("ck_a");
			t.index().expression("LOWER(s)").column("a", (key) -> key.descending().nullsFirst()).named("ix_1");
			t.index("a").where("(s = 'A') AND (k isnull)").named("ix_2");
			t.index().expression("coalesce(k,'none')").include("a").named("ix_3");
		});
	}

	@Test
	void typesAndFunctionsOfOtherSchemas() {
		this.database.execute(
				"""
						create schema app; create schema onpath; create schema offpath;
						create type app.a as enum ('A'); create type onpath.b as enum ('B'); create type offpath.c as enum ('C');
						create function app.fa(int) returns int language sql immutable as 'select 1';
						create function onpath.fb(int) returns int language sql immutable as 'select 1';
						create function offpath.fc(int) returns int language sql immutable as 'select 1';
						create table app.t (n int check (app.fa(n) > onpath.fb(n) + offpath.fc(n)), a app.a default 'A',
						    b onpath.b default 'B', c offpath.c default 'C');
						create index ix on app.t (app.fa(n), onpath.fb(n), offpath.fc(n))
						""");
		var dataSource = this.database.newDataSource();
		dataSource.setCurrentSchema("app,onpath");
		SchemaObjects wanted = schema((op) -> {
			op.createEnum("a", "A");
			op.createEnum("onpath.b", "B");
			op.createEnum("offpath.c", "C");
			op.createTable("t", (t) -> {
				t.column("n", sql("int4"));
				t.column("a", named("a")).defaultSql("'A'");
				t.column("b", named("onpath.b")).defaultSql("'B'");
				t.column("c", named("offpath.c")).defaultSql("'C'");
				t.check("app.fa(n) > (fb(n) + offpath.fc(n))").named("t_n_check");
				t.index().expression("fa(n)").expression("onpath.fb(n)").expression("offpath.fc(n)").named("ix");
			});
		});

		assertThat(Comparing.with(dataSource, wanted, Comparing.REMOVING_ALL).detected()).isEmpty();
	}

	private void assertNothingFound(Consumer<Operations> model) {
		ProposedChanges found = Comparing.with(this.database, schema(model));
		assertThat(SqlRevisionBody.of(found).upgrade()).isEmpty();
	}

}
