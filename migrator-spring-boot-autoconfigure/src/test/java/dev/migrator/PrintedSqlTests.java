package dev.migrator;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.execution.StepListener;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.Step;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.PgDump;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A printed script does what running its revisions does.
 */
@Tag("server")
class PrintedSqlTests {

	private static final String EXPORTED = """
			select coalesce(string_agg(concat_ws('|', revision, direction, outcome, statements, statements_done, done_hash,
			    script, checksum, checksum_version, db_user, application, duration >= interval '0'), E'\\n' order by id), '')
			from migrator_history""";

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
	}

	@ParameterizedTest
	@CsvSource({ "PSQL, PER_REVISION", "PSQL, SINGLE", "DRIVER, PER_REVISION", "DRIVER, SINGLE" })
	void upgradeAndDowngradeLeaveWhatRunningThemLeaves(ScriptRunner runner, TransactionMode mode) {
		sevenRevisions();
		Migrator migrator = builder(this.other).transaction(mode).application("app").build();

		runner.run(this.database, PrintedSql.ofUpgrade(migrator, "heads"));
		migrator.upgrade();

		assertSame();
		assertThat(this.database.column("select name from copied order by id"))
			.containsExactly("tab\there", "back\\slash", "ünï 'quoted'", null)
			.isEqualTo(this.other.column("select name from copied order by id"));
		assertThat(builder(this.database).build().upgrade().steps()).isEmpty();

		runner.run(this.database, PrintedSql.ofDowngrade(migrator, "heads:base"));
		migrator.downgrade("base");

		assertSame();
		assertThat(this.database.versionRows()).isEmpty();
		assertThat(this.database.has("copied")).isFalse();
	}

	private void sevenRevisions() {
		this.revisions
			.add("a", "create table parent (id int primary key);\ncreate table t (id int, tags text[])",
					"drop table parent;\ndrop table t -- and no semicolon")
			.add("b <- a", """
					create function f(i int) returns int language plpgsql as $$ begin return i; end $$;
					create function g() returns int language sql begin atomic select 1; select 2; end;
					create rule r as on delete to parent do also (delete from t; delete from t);
					/* a comment; with a semicolon */
					-- and one at the end; without a line end""", "drop rule r on parent; drop function f, g")
			.add("c <- b", """
					create table copied (id int, name text);
					copy copied from stdin;
					1\ttab\\there
					2\tback\\\\slash
					3\tünï 'quoted'
					\\.
					copy copied from stdin;
					4\t\\N
					\\.
					create index on copied (id);""", "drop table copied;")
			.add("d <- b", """
					create table child (id int, parent int references parent deferrable initially deferred);
					insert into child values (1, 1);
					insert into parent values (1);
					insert into t values (1, (array['a', 'b', 'c'])[1:2]);
					update t set tags = tags[id:id] where id::int = 1;""", "drop table child; delete from parent;")
			.add("e <- c, d", "select pg_catalog.set_config('search_path', '', false);\n"
					+ "set my.setting = 'x'; set local timezone = 'UTC';\ncreate schema s; create table s.moved ();",
					"drop schema s cascade")
			.add("f <- e", "create table after_path (setting text default current_setting('my.setting', true));\n"
					+ "create temp table leftover (); prepare p as select 1; select pg_advisory_lock(7), pg_advisory_lock(1, 2)",
					"drop table after_path")
			.add("g <- f", "create temp table leftover (); comment on table t is $x$it's $$ :x \\ here$x$", "");
	}

	private void assertSame() {
		assertThat(CatalogSnapshot.of(this.database)).isEqualTo(CatalogSnapshot.of(this.other));
		assertThat(PgDump.ofSchema(this.database)).isEqualTo(PgDump.ofSchema(this.other));
		assertThat(this.database.versionRows()).isEqualTo(this.other.versionRows());
		assertThat(this.database.value(EXPORTED)).isEqualTo(this.other.value(EXPORTED));
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void rangeGoesOnWhereTheDatabaseIs(ScriptRunner runner) {
		branches();
		Migrator migrator = builder(this.database).build();
		migrator.upgrade("b");

		runner.run(this.database, PrintedSql.ofUpgrade(migrator, "b:d"));
		assertThat(this.database.versionRows()).containsExactly("d");

		runner.run(this.database, PrintedSql.ofDowngrade(migrator, "d:b"));
		assertThat(this.database.versionRows()).containsExactly("b", "c");

		runner.run(this.database, PrintedSql.ofDowngrade(migrator, "b,c:b@-1"));
		assertThat(this.database.versionRows()).containsExactly("c");
	}

	@ParameterizedTest
	@EnumSource
	void databaseThatIsElsewhereIsNotTouched(ScriptRunner runner) {
		branches();
		Migrator migrator = builder(this.database).build();
		migrator.upgrade("b");
		CatalogSnapshot before = CatalogSnapshot.of(this.database);

		assertStops(runner, PrintedSql.ofUpgrade(migrator, "a:c"),
				"This script starts from a, and the database is at b. Nothing was changed.",
				"Print a script that starts from where the database is: START:END.");
		assertStops(runner, PrintedSql.ofUpgrade(migrator, "heads"),
				"This script starts from an empty database (base), and the database is at b. Nothing was changed.");

		assertThat(CatalogSnapshot.of(this.database)).isEqualTo(before);
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void missingTableIsAnEmptyDatabase(ScriptRunner runner) {
		branches();

		assertStops(runner, PrintedSql.ofUpgrade(builder(this.database).build(), "a:d"),
				"This script starts from a, and the database is at no revision (base). Nothing was changed.");

		assertThat(this.database.has("migrator_version")).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void scriptRunsOnlyOnce(ScriptRunner runner) {
		branches();
		String script = PrintedSql.ofUpgrade(builder(this.database).build(), "heads");
		runner.run(this.database, script);

		assertStops(runner, script,
				"This script starts from an empty database (base), and the database is at d. Nothing was changed.");

		assertThat(this.database.history()).hasSize(4);
	}

	@ParameterizedTest
	@EnumSource
	void errorInTheMiddleKeepsTheRevisionsBefore(ScriptRunner runner) {
		this.revisions.add("a", "create table a ();").add("b <- a", "create table b (); select 1/0; create table c ()");

		assertStops(runner, PrintedSql.ofUpgrade(builder(this.database).build(), "heads"), "division by zero");

		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.history()).containsExactly("upgrade a done");
		assertThat(this.database.has("b")).isFalse();
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void errorInASingleTransactionKeepsNothing(ScriptRunner runner) {
		this.revisions.add("a", "create table a ();").add("b <- a", "select 1/0");

		assertStops(runner,
				PrintedSql.ofUpgrade(builder(this.database).transaction(TransactionMode.SINGLE).build(), "heads"),
				"division by zero");

		assertThat(this.database.has("a")).isFalse();
		assertThat(this.database.has("migrator_version")).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void deferredConstraintIsCheckedInItsRevision(ScriptRunner runner) {
		this.revisions
			.add("a",
					"create table p (id int primary key); create table c (p int references p "
							+ "deferrable initially deferred);")
			.add("b <- a", "insert into c values (1)");

		assertStops(runner, PrintedSql.ofUpgrade(builder(this.database).build(), "heads"),
				"violates foreign key constraint");

		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@ParameterizedTest
	@EnumSource
	void revisionWithoutATransactionIsRecordedStatementByStatement(ScriptRunner runner) {
		withoutTransaction();
		Migrator migrator = builder(this.other).build();

		runner.run(this.database, PrintedSql.ofUpgrade(migrator, "heads"));
		migrator.upgrade();

		assertSame();
		assertThat(this.database.value("select string_agg(id::text, ',' order by id) from t")).isEqualTo("1,2,3,4");
	}

	@ParameterizedTest
	@EnumSource
	void whatMayBePartitionedStandsAlone(ScriptRunner runner) {
		String cluster = (Postgres.majorVersion() >= 15) ? "cluster p using pi;" : "";
		this.revisions.add("a", """
				create table p (id int) partition by range (id);
				create table p1 partition of p for values from (0) to (10);
				create index pi on p (id);""")
			.addWithoutTransaction("b <- a",
					"insert into p values (1); reindex table p; %s reindex index pi; ".formatted(cluster)
							+ "reindex table p1; insert into p values (2);");

		runner.run(this.database, PrintedSql.ofUpgrade(builder(this.database).build(), "heads"));

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.value("select string_agg(id::text, ',' order by id) from p")).isEqualTo("1,2");
	}

	private void withoutTransaction() {
		this.revisions.add("a", "create table t (id int);").addWithoutTransaction("b <- a", """
				set my.path = 'x';
				create unique index concurrently i on t (id);
				insert into t values (1);
				begin; insert into t values (2); commit;
				do $$ begin insert into t values (3); commit; end $$;
				copy t from stdin;
				4
				\\.
				vacuum t -- no semicolon""");
	}

	@ParameterizedTest
	@EnumSource
	void migratorGoesOnWhereTheScriptStopped(ScriptRunner runner) {
		withoutTransaction();
		Migrator migrator = builder(this.database).build();
		migrator.upgrade("a");
		this.database.execute("insert into t values (1), (1)");
		String script = PrintedSql.ofUpgrade(migrator, "a:b");

		assertStops(runner, script, "could not create unique index");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b running");
		assertThat(this.database.value("select statements_done from migrator_history where revision = 'b'"))
			.isEqualTo("1");
		assertStops(runner, script, "A revision without a transaction stopped half-way: b. Nothing was changed.");
		this.database.execute("delete from t");
		migrator.upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.value("select string_agg(id::text, ',' order by id) from t")).isEqualTo("1,2,3,4");
		assertThat(this.database.value("select indisvalid from pg_index where indexrelid = 'i'::regclass"))
			.isEqualTo("t");
	}

	@ParameterizedTest
	@EnumSource
	void migratorAtWorkIsNotDisturbed(ScriptRunner runner) {
		this.revisions.add("a", "create table a ();");
		String script = PrintedSql.ofUpgrade(builder(this.database).schema("public").build(), "heads");

		Migrator migrator = builder(this.database).listeners(List.of(new StepListener() {

			@Override
			public void beforeStep(Step step) {
				assertStops(runner, script, "Another migrator holds the lock of this database. Nothing was changed.",
						"Run this script again when that migrator has ended.");
				assertStops(runner, PrintedSql.ofUpgrade(builder(PrintedSqlTests.this.database).build(), "heads"),
						"Another migrator holds the lock of this database. Nothing was changed.");
			}

		})).build();

		assertThat(migrator.upgrade().steps()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void transactionOfSomebodyElseIsRefused(ScriptRunner runner) {
		branches();

		assertThatExceptionOfType(ScriptRunner.StoppedException.class).isThrownBy(
				() -> runner.run(this.database, PrintedSql.ofUpgrade(builder(this.database).build(), "heads"), "begin"))
			.withMessageContaining("one is open already. Nothing was changed.");
	}

	@ParameterizedTest
	@EnumSource
	void roleAndSettingsThatWereSetBeforeTheScriptAreThoseOfEachRevision(ScriptRunner runner) {
		String owner = "owner_" + this.database.name();
		this.database.execute("create role %1$s; create schema app authorization %1$s".formatted(owner));
		this.revisions
			.add("a", "reset role; set search_path = public; set statement_timeout = 5000; create table a ();")
			.add("b <- a", "create table b (timeout text default current_setting('statement_timeout'));");

		runner.run(this.database, PrintedSql.ofUpgrade(builder(this.database).build(), "heads"), "set role " + owner,
				"set search_path = app, public");

		assertThat(this.database.column("select schemaname || '.' || tablename || ' ' || tableowner from pg_tables "
				+ "where schemaname in ('public', 'app') order by 1"))
			.containsExactly("app.b " + owner, "app.migrator_history " + owner, "app.migrator_version " + owner,
					"public.a postgres");
		this.database.execute("insert into app.b default values");
	}

	@ParameterizedTest
	@EnumSource
	void roleOutlivesAResetOfAllSettings(ScriptRunner runner) {
		String owner = "reset_" + this.database.name();
		this.database.execute("create role %1$s; grant create on schema public to %1$s".formatted(owner));
		this.revisions.add("a", "reset all").add("b <- a", "create table b ();");

		runner.run(this.database,
				PrintedSql.ofUpgrade(builder(this.database).transaction(TransactionMode.SINGLE).build(), "heads"),
				"set role " + owner);

		assertThat(this.database.value("select tableowner from pg_tables where tablename = 'b'")).isEqualTo(owner);
	}

	@ParameterizedTest
	@EnumSource
	void copyOfCsvEndsWhereItsDataDoes(ScriptRunner runner) {
		// https://www.postgresql.org/docs/release/18.0/: an older psql sends a newer
		// server
		// the line that ends CSV
		assumeThat(runner.isAsNewAs(Postgres.majorVersion())).isTrue();
		this.revisions.add("a",
				"create table t (id int, name text);\n"
						+ "copy t from stdin (format csv);\n1,\"two\r\nlines\"\n2,\n\\.\n"
						+ "copy t from stdin (format csv);\r\n3,x\r\n\\.\r\n");

		runner.run(this.database, PrintedSql.ofUpgrade(builder(this.database).build(), "heads"));

		assertThat(this.database.column("select name from t order by id")).containsExactly("two\r\nlines", null, "x");
	}

	@ParameterizedTest
	@EnumSource
	void copyKeepsItsLineEnds(ScriptRunner runner) {
		this.revisions.add("a", "create table t (id int);\r\ncopy t from stdin;\r\n1\r\n2\r\n\\.\r\n");

		runner.run(this.database, PrintedSql.ofUpgrade(builder(this.database).build(), "heads"));

		assertThat(this.database.value("select count(*) from t")).isEqualTo("2");
	}

	@ParameterizedTest
	@EnumSource
	void schemaThatWasConfiguredIsCreated(ScriptRunner runner) {
		branches();
		Migrator migrator = builder(this.other).schema("My Schema").versionTable("v'1").build();

		runner.run(this.database, PrintedSql.ofUpgrade(migrator, "heads"));
		migrator.upgrade();

		assertThat(CatalogSnapshot.of(this.database)).isEqualTo(CatalogSnapshot.of(this.other));
		assertThat(this.database.column("select version_num from \"My Schema\".\"v'1\"")).containsExactly("d");
	}

	@ParameterizedTest
	@EnumSource
	void tableOfAlembicGoesOn(ScriptRunner runner) {
		this.revisions.add("a", "create table a ();")
			.add("b <- a", "create table b ();")
			.add("a_revision_with_an_id_of_more_than_32_characters <- b", "");
		this.database.execute("create table alembic_version (version_num varchar(32) primary key); "
				+ "insert into alembic_version values ('a')");
		Migrator migrator = builder(this.database).versionTable("alembic_version").build();

		assertStops(runner, PrintedSql.ofUpgrade(migrator, "a:head"), "The revision id "
				+ "a_revision_with_an_id_of_more_than_32_characters does not fit into the column version_num");
		runner.run(this.database, PrintedSql.ofUpgrade(migrator, "a:b"));

		assertThat(this.database.column("select version_num from alembic_version")).containsExactly("b");
		assertThat(this.database.history()).containsExactly("upgrade b done");
	}

	@ParameterizedTest
	@EnumSource
	void namesCannotBecomeSql(ScriptRunner runner) {
		String id = "x'\"$migrator$\\`;`";
		this.revisions.add(id, "create table a ();");
		Migrator migrator = builder(this.database).application("it's $migrator$").build();

		runner.run(this.database, PrintedSql.ofUpgrade(migrator, "heads"));
		assertStops(runner, PrintedSql.ofUpgrade(migrator, "heads"), "the database is at " + id);

		assertThat(this.database.versionRows()).containsExactly(id);
	}

	@ParameterizedTest
	@EnumSource
	void stampWritesRowsAndHistory(ScriptRunner runner) {
		branches();
		Migrator migrator = builder(this.other).build();

		runner.run(this.database, PrintedSql.ofStamp(migrator, "b"));
		migrator.stamp("b");
		assertSame();
		runner.run(this.database, PrintedSql.ofStamp(migrator, "b:c", "b"));
		migrator.stamp("c", "b");
		assertSame();
		runner.run(this.database, PrintedSql.ofStamp(migrator, "b,c:a"));
		migrator.stamp("a");

		assertThat(this.database.versionRows()).containsExactly("a").isEqualTo(this.other.versionRows());
		assertThat(builder(this.database).build().status().revisions()).extracting(RevisionStatus::state)
			.isEqualTo(migrator.status().revisions().stream().map(RevisionStatus::state).toList());
		assertThat(this.database.has("a")).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void ensureVersionCreatesTheTables(ScriptRunner runner) {
		branches();
		Migrator migrator = builder(this.other).build();
		StringBuilder script = new StringBuilder();
		migrator.ensureVersionSql(script);

		runner.run(this.database, script.toString());
		migrator.ensureVersion();
		assertSame();
		runner.run(this.database, script.toString());
		migrator.ensureVersion();

		assertSame();
		assertThat(this.database.versionRows()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void nothingToDoIsAScriptThatOnlyLooks(ScriptRunner runner) {
		branches();
		Migrator migrator = builder(this.database).build();
		migrator.upgrade();

		runner.run(this.database, PrintedSql.ofUpgrade(migrator, "d:heads"));

		assertThat(this.database.history()).hasSize(4);
		assertThat(PrintedSql.ofUpgrade(migrator, "d:heads")).startsWith("-- Nothing to upgrade, from d to d.\n")
			.doesNotContain("CREATE TABLE");
	}

	@Test
	void psqlStopsAtTheFirstErrorWithoutBeingTold() {
		this.revisions.add("a", "select 1/0;").add("b <- a", "create table b ();");

		assertThatExceptionOfType(ScriptRunner.StoppedException.class).isThrownBy(
				() -> ScriptRunner.psql(this.database, PrintedSql.ofUpgrade(builder(this.database).build(), "heads"),
						"-v", "AUTOCOMMIT=off", "-v", "ON_ERROR_ROLLBACK=on", "-v", "ON_ERROR_STOP=0"))
			.withMessageContaining("division by zero");

		assertThat(this.database.has("b")).isFalse();
	}

	@Test
	void psqlPutsNoVariablesIntoTheSql() {
		this.revisions.add("a",
				"""
						create table t (id int, "USER" int, n int, a int[]);
						insert into t values (1, 2, 1, array[1, 2, 3]);
						create table u as select a[1:n] as n, a[n:"USER"] as q, a[1:"USER"] as u, ':n' as s, $$:n$$ as d, n::int as c
						    /* :n */ from t; -- :n
						""");

		ScriptRunner.psql(this.database, PrintedSql.ofUpgrade(builder(this.database).build(), "heads"), "-v", "n=0",
				"-v", "int=0", "-v", "VERSION=x");

		assertThat(this.database.value("select concat_ws(' ', n, q, u, s, d, c) from u"))
			.isEqualTo("{1} {1,2} {1,2} :n :n 1");
	}

	@Test
	void sameRevisionsGiveTheSameScript() {
		sevenRevisions();

		assertThat(PrintedSql.ofUpgrade(builder(this.database).build(), "heads"))
			.isEqualTo(PrintedSql.ofUpgrade(builder(this.other).build(), "heads"));
	}

	@Test
	void scriptSaysWhatItDoes() {
		branches();

		assertThat(PrintedSql.ofUpgrade(builder(this.database).build(), "a:c")).startsWith("""
				-- Upgrade of 1 revision, from a to c.
				-- To be run with: psql -X -v ON_ERROR_STOP=1 -f <this file>
				-- Stops before it changes anything if the database is not at a, and at the first error.
				""").contains("""
				\\echo 'Running upgrade a -> c, make c'
				BEGIN;SET LOCAL lock_timeout = 1000;SET LOCAL statement_timeout = 0;
				\\set QUIET :migrator_quiet
				create table c ();

				\\set QUIET on
				SET CONSTRAINTS ALL IMMEDIATE;
				""");
	}

	@ParameterizedTest
	@EnumSource
	void sqlOfAJavaRevisionIsPrinted(ScriptRunner runner) {
		this.revisions.add("a", "");
		Migrator migrator = withCode((op) -> {
			op.execute("create table t (id int)");
			op.execute("insert into t values (1) -- one");
		});

		runner.run(this.database, PrintedSql.ofUpgrade(migrator, "heads"));

		assertThat(this.database.value("select id from t")).isEqualTo("1");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade java done");
	}

	private Migrator withCode(Consumer<Operations> upgrade) {
		return builder(this.database)
			.javaRevisions(List.of(JavaRevisionScript.of(Written.class, () -> new Written(upgrade))))
			.build();
	}

	private void assertStops(ScriptRunner runner, String script, String... said) {
		assertThatExceptionOfType(ScriptRunner.StoppedException.class)
			.isThrownBy(() -> runner.run(this.database, script))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(said));
	}

	private void branches() {
		this.revisions.add("a", "create table a ();", "drop table a")
			.add("b <- a", "create table b ();", "drop table b")
			.add("c <- a", "create table c ();", "drop table c")
			.add("d <- b, c", "create table d ();", "drop table d");
	}

	private MigratorBuilder builder(TestDatabase database) {
		return Migrator.builder(database.dataSource()).locations(this.revisions.location());
	}

	@RevisionScript(revision = "java", dependsOn = "a", message = "two\n\\! lines")
	static class Written implements JavaRevision {

		private final Consumer<Operations> upgrade;

		Written(Consumer<Operations> upgrade) {
			this.upgrade = upgrade;
		}

		@Override
		public void upgrade(Operations op) {
			this.upgrade.accept(op);
		}

	}

}
