package dev.migrator;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;
import dev.migrator.testing.CatalogSnapshot;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What psql reads of a printed script, and what it shows.
 */
@Tag("server")
@Tag("oldest")
class PsqlOutputTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
	}

	@ParameterizedTest
	@EnumSource
	void psqlShowsProgressAndWhatTheAuthorsSqlReturns(TransactionMode mode) {
		this.revisions.add("a", "create temp table t (id int); select pg_advisory_lock(7) as l; set my.setting = 'x';")
			.add("b <- a", "create table b (id int); insert into b values (1), (2); select id from b;");

		assertThat(ScriptRunner.psql(this.database,
				PrintedSql.ofUpgrade(builder(this.database).transaction(mode).build(), "heads"), "-A", "-F,"))
			.isEqualTo("""
					Running upgrade <base> -> a, make a (1 of 2)
					CREATE TABLE
					l

					(1 row)
					SET
					Running upgrade a -> b, make b (2 of 2)
					CREATE TABLE
					INSERT 0 2
					id
					1
					2
					(2 rows)
					""");
	}

	@Test
	void psqlShowsNothingMoreOfARevisionWithoutATransaction() {
		withoutTransaction();

		assertThat(ScriptRunner.psql(this.database, PrintedSql.ofUpgrade(builder(this.database).build(), "heads")))
			.isEqualTo("""
					Running upgrade <base> -> a, make a (1 of 2)
					CREATE TABLE
					Running upgrade a -> b, make b (2 of 2)
					SET
					CREATE INDEX
					INSERT 0 1
					BEGIN
					INSERT 0 1
					COMMIT
					DO
					COPY 1
					VACUUM
					""");
	}

	@Test
	void psqlThatIsAskedToBeQuietShowsProgressAlone() {
		branches();
		Migrator migrator = builder(this.database).build();

		assertThat(ScriptRunner.psql(this.database, PrintedSql.ofUpgrade(migrator, "b"), "-q"))
			.isEqualTo("Running upgrade <base> -> a, make a (1 of 2)\nRunning upgrade a -> b, make b (2 of 2)\n");
		assertThat(ScriptRunner.psql(this.database, PrintedSql.ofStamp(migrator, "b:a")))
			.isEqualTo("Running stamp b -> a\n");
		assertThat(ScriptRunner.psql(this.database, PrintedSql.ofUpgrade(migrator, "a:a"))).isEmpty();
	}

	@Test
	void psqlShowsTheErrorOfAStatementOfTheMigrator() {
		branches();
		this.revisions.add("e <- d", "delete from migrator_version");

		String script = PrintedSql.ofUpgrade(builder(this.database).build(), "heads");

		assertThatExceptionOfType(ScriptRunner.StoppedException.class)
			.isThrownBy(() -> ScriptRunner.psql(this.database, script))
			.withMessageContaining("ERROR:  division by zero")
			.withMessageContaining("Running upgrade d -> e, make e (5 of 5)");
	}

	@Test
	void psqlShowsTheMessageOfARevisionAndDoesNotObeyIt() {
		Migrator migrator = builder(this.database)
			.javaRevisions(List.of(JavaRevisionScript.of(Hostile.class, Hostile::new)))
			.build();

		assertThat(ScriptRunner.psql(this.database, PrintedSql.ofUpgrade(migrator, "heads"), "-v", "x=value"))
			.isEqualTo("Running upgrade <base> -> hostile, it's `exit 1` :x :'x' \\q \\\\ \"a\" \\n\\! exit\n");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "insert into t values (E'a\\'' -- it's\n)", "insert into t values (E'a\\'' -- it's\n'b\\'c')",
					"insert into t values (E'a'\r\n\r\n-- it's\r\n  '\\'' || 'b'); -- \\",
					"insert into t values (E'\\x4'\n'1\\'\\\\'\n'\\\\'); -- and it's open",
					"insert into t values ('a\\') -- it's",
					"insert into t values ('a\\'\n'b\\'); /* it's /* nested \" */ $$ */",
					"insert into t values ($a$ it's $$ \\ $a$)", "insert into t values ('$$'); -- $$",
					"insert into t values (U&'\\0041 \\\\') -- \\",
					"insert into t select '--' from (values (1)) \"a$$b'\\\" (\"/*\") /**/",
					"insert into t select 'a$$b' from (values (1)) a$$b (id);--\\",
					"insert into t select '/*' where 1 -- it's\n = 1",
					"insert into t values (':x /* \n' -- \n 'b\\'); \n\n--" })
	void psqlReadsOwnStatementsWhateverTheAuthorsSqlEndsWith(String sql) {
		this.revisions.add("a", "create table t (v text)")
			.add("b <- a", sql)
			.addWithoutTransaction("c <- b", sql)
			.add("d <- c", "create table last ();");
		Migrator migrator = builder(this.other).build();

		ScriptRunner.psql(this.database, PrintedSql.ofUpgrade(migrator, "heads"));
		migrator.upgrade();

		assertThat(CatalogSnapshot.of(this.database)).isEqualTo(CatalogSnapshot.of(this.other));
		assertThat(this.database.versionRows()).containsExactly("d");
		assertThat(this.database.column("select v from t")).hasSize(2).isEqualTo(this.other.column("select v from t"));
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

	private void branches() {
		this.revisions.add("a", "create table a ();", "drop table a")
			.add("b <- a", "create table b ();", "drop table b")
			.add("c <- a", "create table c ();", "drop table c")
			.add("d <- b, c", "create table d ();", "drop table d");
	}

	private MigratorBuilder builder(TestDatabase database) {
		return Migrator.builder(database.dataSource()).locations(this.revisions.location());
	}

	@RevisionScript(revision = "hostile", message = "it's `exit 1` :x :'x' \\q \\\\ \"a\" \n\\! exit")
	static class Hostile implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
			// the message is enough
		}

	}

}
