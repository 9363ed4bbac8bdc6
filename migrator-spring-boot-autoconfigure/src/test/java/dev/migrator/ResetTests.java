package dev.migrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.Seeded;
import dev.migrator.result.ResetPlan;
import dev.migrator.result.ResetRefusedException;
import dev.migrator.result.ResetResult;
import dev.migrator.revision.InvalidRevisionGraphException;
import dev.migrator.testing.OwnServer;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a reset drops, and what it leaves.
 */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class ResetTests {

	private static final String ALL_KINDS = """
			create table plain (id serial primary key, label text unique);
			create table linked (id int generated always as identity, plain int references plain);
			create table parted (id int, label text) partition by range (id);
			create table parted_1 partition of parted for values from (0) to (10);
			create index parted_id on parted (id);
			create view seen as select id from plain;
			create materialized view kept as select id from seen;
			create sequence numbers;
			create type mood as enum ('good', 'bad');
			create domain positive as int check (value > 0);
			create type pair as (a int, b positive);
			create type span as range (subtype = int);
			create function "Odd name"(m mood, p pair[]) returns plain language sql as 'select * from plain limit 1';
			create procedure work(inout n int) language plpgsql as 'begin n := 1; end';
			create function add_up(int, int) returns int immutable language sql as 'select $1 + $2';
			create aggregate total(int) (sfunc = add_up, stype = int, initcond = '0');
			create aggregate counted(*) (sfunc = int8inc, stype = bigint, initcond = '0');
			create operator |+| (leftarg = int, rightarg = int, function = add_up);
			create operator !!! (rightarg = int, function = int4um);
			create function cmp(mood, mood) returns int immutable language sql as 'select 0';
			create operator family moods using btree;
			create operator class mood_ops for type mood using btree family moods as function 1 cmp(mood, mood);
			create operator class int_ops for type int using hash as operator 1 =, function 1 hashint4(int);
			create collation german from "C";
			create conversion conv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
			create statistics stats (dependencies) on id, label from plain;
			create text search dictionary dict (template = simple);
			create text search configuration conf (copy = simple);
			create foreign data wrapper fdw;
			create server far foreign data wrapper fdw;
			create foreign table away (id int) server far;
			create function fired() returns trigger language plpgsql as 'begin return new; end';
			create trigger fires before insert on plain for each row execute function fired();
			create policy seen_by_all on plain using (true);
			""";

	private final TestDatabase database = Postgres.newDatabase();

	private Path folder;

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path temporary) throws IOException {
		this.folder = temporary;
		Files.createDirectory(temporary.resolve("seed"));
		this.revisions = Revisions.in(Files.createDirectory(temporary.resolve("revisions")))
			.add("a", "create table t (id int primary key, name text);");
	}

	@Test
	void everythingIsDroppedThenUpgradedAndSeeded(CapturedOutput output) throws IOException {
		Files.writeString(this.folder.resolve("seed/squat.sql"), "insert into t values (1, 'squat');");
		allowed(this.database).upgrade();
		allowed(this.database).seed();
		this.database.execute("insert into t values (2, 'mine')");
		this.database.execute("create table tried_out ()");

		ResetResult result = allowed(this.database).reset();

		assertThat(result.dropped().objects()).hasToString("[table public.migrator_history, "
				+ "table public.migrator_version, table public.t, table public.tried_out]");
		assertThat(result.upgraded().to()).containsExactly("a");
		assertThat(result.seeded().seeded()).extracting(Seeded::script).containsExactly("squat.sql");
		assertThat(this.database.has("tried_out")).isFalse();
		assertThat(this.database.column("select name from t")).containsExactly("squat");
		assertThat(this.database.history()).containsExactly("upgrade a done", "seed squat.sql done");
		assertThat(this.database.advisoryLocks()).isZero();
		assertThat(output)
			.containsSubsequence("Dropping 4 objects of schema public", "Dropped 4 objects of schema public in ",
					"Running upgrade <base> -> a", "Running seed squat.sql")
			.doesNotContain("drop cascades to");
	}

	@Test
	void everyKindOfObjectIsListedByKindAndName() {
		this.database.execute(ALL_KINDS);
		this.database.execute("insert into plain (label) select n::text from generate_series(1, 100) n");
		this.database.execute("analyze");

		ResetPlan plan = migrator(this.database).resetPlan();

		assertThat(plan.schema()).isEqualTo("public");
		assertThat(plan.objects()).extracting(String::valueOf)
			.containsExactlyInAnyOrder("table public.plain", "table public.linked", "partitioned table public.parted",
					"partition public.parted_1", "view public.seen", "materialized view public.kept",
					"sequence public.numbers", "enum public.mood", "domain public.positive",
					"composite type public.pair", "range type public.span",
					"function public.\"Odd name\"(public.mood,public.pair[])", "procedure public.work(integer)",
					"function public.add_up(integer,integer)", "aggregate public.total(integer)",
					"aggregate public.counted()", "operator public.|+|(integer,integer)",
					"operator public.!!!(NONE,integer)", "function public.cmp(public.mood,public.mood)",
					"operator family public.moods USING btree", "operator class public.mood_ops USING btree",
					"operator family public.int_ops USING hash", "operator class public.int_ops USING hash",
					"collation public.german", "conversion public.conv", "statistics object public.stats",
					"text search dictionary public.dict", "text search configuration public.conf",
					"foreign table public.away", "function public.fired()");
		assertThat(plan.objects()).filteredOn((object) -> object.name().equals("public.plain"))
			.singleElement()
			.satisfies((table) -> assertThat(table.rows()).isEqualTo(100));
		assertThat(plan.elsewhere()).isEmpty();
		assertThat(plan.notOwned()).isEmpty();
	}

	@Test
	void everyKindOfObjectIsDropped() {
		this.database.execute(ALL_KINDS);

		allowed(this.database).reset();

		assertThat(migrator(this.database).resetPlan().objects()).extracting(String::valueOf)
			.containsExactlyInAnyOrder("table public.t", "table public.migrator_version",
					"table public.migrator_history");
		assertThat(this.database.value("""
				select count(*) from pg_depend where deptype = 'n' and refclassid = 'pg_namespace'::regclass
				    and refobjid = 'public'::regnamespace""")).isEqualTo("4");
	}

	@Test
	void extensionsAndTheirObjectsStay() {
		this.database.execute("create extension \"%s\"".formatted(extension()));
		long members = members();
		this.database.execute("create table mine ()");

		assertThat(migrator(this.database).resetPlan().objects()).hasToString("[table public.mine]");
		allowed(this.database).reset();

		assertThat(members()).isEqualTo(members).isPositive();
	}

	@Test
	void otherSchemasAreNotTouched() {
		this.database.execute("create schema other");
		this.database.execute("create table other.t (n int)");
		this.database.execute("insert into other.t values (1)");
		this.database.execute("create table mine (n int)");
		// What is in the schema may depend on what is outside.
		this.database.execute("create view looking as select * from other.t");

		allowed(this.database).reset();

		assertThat(this.database.value("select n from other.t")).isEqualTo("1");
		assertThat(this.database.has("looking")).isFalse();
	}

	@Test
	void onlyTheConfiguredSchemaIsReset() {
		this.database.execute("create schema shop");
		this.database.execute("create table shop.old ()");
		this.database.execute("create table kept ()");
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setCurrentSchema("shop");

		ResetResult result = builder(dataSource).resetAllowed(true).schema("shop").build().reset();

		assertThat(result.dropped().objects()).hasToString("[table shop.old]");
		assertThat(this.database.has("shop.t")).isTrue();
		assertThat(this.database.has("public.kept")).isTrue();
	}

	@Test
	void whatDependsOnTheSchemaFromOutsideIsListedAndRefused() {
		this.database.execute("create table t (id int primary key, m int)");
		this.database.execute("create function f() returns int language sql as 'select 1'");
		this.database.execute("create function tr() returns event_trigger language plpgsql as 'begin end'");
		this.database.execute("create type mood as enum ('good')");
		this.database.execute("create table p (id int) partition by range (id)");
		this.database.execute("create schema other");
		this.database.execute("create table other.child (id int primary key references t, m mood, d int default f(), "
				+ "note text)");
		this.database.execute("create view other.report as select id from t");
		this.database.execute("create view other.of_report as select id from other.report");
		this.database.execute("create table other.p_1 partition of p for values from (0) to (10)");
		this.database.execute(
				"create event trigger guard on sql_drop when tag in ('DROP AGGREGATE') " + "execute function tr()");

		assertThatExceptionOfType(ResetRefusedException.class).isThrownBy(allowed(this.database)::reset)
			.satisfies((ex) -> {
				assertThat(ex.objects()).containsExactlyInAnyOrder("default value for other.child.d",
						"event trigger guard", "table column other.child.m",
						"table constraint child_id_fkey on other.child", "table other.p_1", "view other.of_report",
						"view other.report");
				assertThat(ex.description())
					.startsWith("Objects outside of schema public depend on it and would be dropped with it:\n\n"
							+ "  default value for other.child.d\n");
				assertThat(ex.action()).endsWith("\nNothing has been dropped.");
			});
		assertThat(migrator(this.database).resetPlan().elsewhere()).hasSize(7);
		assertThat(this.database.has("t")).isTrue();
		assertThat(this.database.has("other.report")).isTrue();
	}

	@Test
	void resetIsRefusedUnlessItIsAllowed() {
		migrator(this.database).upgrade();

		assertThatExceptionOfType(ResetRefusedException.class).isThrownBy(migrator(this.database)::reset)
			.satisfies((ex) -> {
				assertThat(ex.description()).isEqualTo("A reset drops every object of the schema with all data, and it "
						+ "is not allowed here: migrator.reset-allowed is false, which is the default.");
				assertThat(ex.action())
					.isEqualTo("Set migrator.reset-allowed=true in the development profile, never in one with data "
							+ "to keep.\nNothing has been dropped.");
			});
		assertThat(this.database.has("t")).isTrue();
	}

	@Test
	void schemasOfTheServerAreRefused() {
		assertThatExceptionOfType(ResetRefusedException.class)
			.isThrownBy(() -> builder(this.database.dataSource()).schema("pg_catalog").build().resetPlan())
			.withMessageContaining("The schema pg_catalog belongs to the server.");
		assertThatExceptionOfType(ResetRefusedException.class)
			.isThrownBy(() -> builder(this.database.dataSource()).schema("information_schema")
				.resetAllowed(true)
				.build()
				.reset())
			.withMessageContaining("The schema information_schema belongs to the server.");
	}

	@Test
	void objectsOfAnotherRoleAreNamedAndNothingIsDropped() {
		String role = "app_" + this.database.name();
		Postgres.maintenance().execute("create role " + role + " login password 'secret'");
		this.database.execute("grant create, usage on schema public to " + role);
		this.database.execute("create table of_the_superuser ()");
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setUser(role);
		dataSource.setPassword("secret");
		Migrator migrator = builder(dataSource).resetAllowed(true).build();
		migrator.upgrade();

		assertThatExceptionOfType(ResetRefusedException.class).isThrownBy(migrator::reset)
			.satisfies((ex) -> assertThat(ex.objects())
				.containsExactly("table public.of_the_superuser of " + this.database.user()));
		assertThat(this.database.has("t")).isTrue();
		this.database.execute("drop table of_the_superuser");

		assertThat(migrator.reset().dropped().objects()).hasSize(3);
	}

	@Test
	void scriptsThatMakeNoGraphAreFoundBeforeAnythingIsDropped() {
		migrator(this.database).upgrade();
		this.revisions.add("b <- missing", "create table b ();");

		assertThatExceptionOfType(InvalidRevisionGraphException.class).isThrownBy(allowed(this.database)::reset);

		assertThat(this.database.has("t")).isTrue();
	}

	@Test
	void databaseThatAnotherBranchMigratedCanBeReset() {
		this.database.execute("create table migrator_version (version_num varchar(128) primary key)");
		this.database.execute("insert into migrator_version values ('of_another_branch')");

		assertThat(allowed(this.database).reset().upgraded().to()).containsExactly("a");
	}

	@Test
	void tableInUseIsWaitedForAndNothingIsDroppedIfItStaysSo() throws Exception {
		migrator(this.database).upgrade();
		try (Connection reader = this.database.dataSource().getConnection();
				Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("select * from t");

			assertThatExceptionOfType(ScriptFailedException.class)
				.isThrownBy(() -> builder(this.database.dataSource()).resetAllowed(true)
					.lockTimeout(Duration.ofMillis(200))
					.lockRetries(1)
					.build()
					.reset())
				.satisfies((ex) -> assertThat(ex.description())
					.startsWith("Reset of schema public failed while dropping its objects:\n\n"
							+ "  canceling statement due to lock timeout (SQLSTATE 55P03)\n")
					.contains("Tried 2 times. It waited for process "))
				.satisfies((ex) -> assertThat(ex.action()).startsWith("Nothing was dropped."));
		}
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	@Tag("thorough")
	void schemaWithMoreObjectsThanOneTransactionCanLockIsDroppedInSeveral(CapturedOutput output) {
		try (OwnServer server = OwnServer.start(this.folder, "max_connections=20", "max_locks_per_transaction=20")) {
			TestDatabase large = server.database();
			migrator(large).upgrade();
			large.execute("""
					do $$ begin
					    create table parted (id int primary key) partition by list (id);
					    for i in 1..3000 loop
					        execute format('create table table_%s (id int primary key, name text)', i);
					        if i % 10 = 0 then
					            execute format('create table parted_%s partition of parted for values in (%s)', i, i);
					            commit;
					        end if;
					    end loop;
					end $$""");

			ResetResult result = allowed(large).reset();

			assertThat(result.dropped().objects()).hasSize(3304);
			assertThat(migrator(large).resetPlan().objects()).hasSize(3);
			assertThat(large.versionRows()).containsExactly("a");
		}
		assertThat(output).containsPattern("The server cannot lock all of schema public at once "
				+ "\\(max_locks_per_transaction\\): dropping it in \\d+ transactions");
	}

	private String extension() {
		return String.valueOf(this.database
			.value("select name from pg_available_extensions where name in ('citext', 'hstore', 'pgcrypto', "
					+ "'uuid-ossp', 'btree_gist') order by name limit 1"));
	}

	private long members() {
		return Long.parseLong(String.valueOf(this.database.value("""
				select count(*) from pg_depend d join pg_extension e on e.oid = d.refobjid and extname <> 'plpgsql'
				where d.deptype = 'e'""")));
	}

	private Migrator migrator(TestDatabase target) {
		return builder(target.dataSource()).build();
	}

	private Migrator allowed(TestDatabase target) {
		return builder(target.dataSource()).resetAllowed(true).build();
	}

	private MigratorBuilder builder(DataSource dataSource) {
		return Migrator.builder(dataSource)
			.locations(this.revisions.location())
			.seedLocations(List.of("file:" + this.folder.resolve("seed")));
	}

}
