package dev.migrator.internal.command;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.execution.VersionRowConflictException;
import dev.migrator.result.MigrationResult;
import dev.migrator.revision.Step;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an upgrade does to a database, and what a failing one does not.
 */
@Tag("server")
class UpgradeTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private MigratorBuilder builder;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		this.builder = Migrator.builder(this.database.dataSource()).locations(this.revisions.location());
	}

	@Test
	void appliesWhatIsPendingAndRecordsIt() {
		this.revisions.add("a", "create table t (id int);").add("b <- a", "alter table t add name text;");

		MigrationResult result = upgrade();

		assertThat(result.steps()).extracting(CurrentState::id).containsExactly("a", "b");
		assertThat(result.from()).isEmpty();
		assertThat(result.to()).containsExactly("b");
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done");
		assertThat(this.database.value("select count(*) from migrator_history where duration >= interval '0' "
				+ "and checksum ~ '^[0-9a-f]{64}$' and db_user = current_user and script like '%.sql'"))
			.isEqualTo("2");
	}

	@Test
	void secondUpgradeHasNothingToDo() {
		this.revisions.add("a", "create table t (id int);");
		upgrade();

		MigrationResult again = upgrade();

		assertThat(again.steps()).isEmpty();
		assertThat(again.to()).containsExactly("a");
		assertThat(this.database.history()).hasSize(1);
	}

	@Test
	void upgradeGoesNoFurtherThanItsTarget() {
		this.revisions.add("a", "create table a ();").add("b <- a", "create table b ();");

		this.builder.build().upgrade("+1");

		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.has("b")).isFalse();
	}

	@Test
	void branchesAreAppliedAndMerged() {
		this.revisions.add("a", "create table a ();")
			.add("b <- a", "create table b ();")
			.add("c <- a", "create table c ();");
		upgrade();
		assertThat(this.database.versionRows()).containsExactly("b", "c");

		this.revisions.add("d <- b, c", "");
		upgrade();

		assertThat(this.database.versionRows()).containsExactly("d");
	}

	@Test
	void failingStatementIsNamedWithItsLineAndNothingOfTheRevisionIsKept() {
		this.revisions.add("ab52a8c0fcb8", "create table exercises (name text);").file("0002_abc123def456.sql", """
				-- index exercises
				--
				-- revision: abc123def456
				-- revises: ab52a8c0fcb8

				-- migrator:upgrade
				create table workouts (
				    id int
				);

				/* an index; it helps */
				create index ix_exercises_name
				    on exercises (nmae);
				select 'never reached';
				""");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade).satisfies((ex) -> {
			assertThat(ex.description()).isEqualTo("""
					Revision abc123def456 (0002_abc123def456.sql) failed in statement 2 of 3, line 12:

					    create index ix_exercises_name
					        on exercises (nmae)

					  column "nmae" does not exist (SQLSTATE 42703)\
					""");
			assertThat(ex.action()).isEqualTo("Nothing of this revision was kept; the database is at ab52a8c0fcb8. "
					+ "Fix the script and start again.");
			assertThat(ex.statement()).isEqualTo(2);
			assertThat(ex.line()).isEqualTo(12);
		});
		assertThat(this.database.versionRows()).containsExactly("ab52a8c0fcb8");
		assertThat(this.database.history()).containsExactly("upgrade ab52a8c0fcb8 done");
		assertThat(this.database.has("workouts")).isFalse();
	}

	@Test
	void statementThatFailsWithoutPositionIsFoundByCounting() {
		this.revisions.add("a", """
				create table t (id int primary key);
				insert into t values (1), (2);;
				-- a comment; with a semicolon
				insert into t values (2);
				insert into t values (3);""");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade).satisfies((ex) -> {
			assertThat(ex.description()).contains("failed in statement 3 of 4, line 9:", "insert into t values (2)\n",
					"(SQLSTATE 23505)", "Detail: Key (id)=(2) already exists.");
			assertThat(ex.action()).startsWith("Nothing of this revision was kept; the database is empty of revisions");
		});
	}

	/**
	 * Hibernate's {@code ddl-auto} may have been there before, or somebody by hand.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "alter table t add column name text | alter table t add column name text",
			"create index ix on t (id) | create index ix on t (id)" })
	void whatIsThereAlreadyIsStampedWhereNothingIsWrongWithTheScript(String before, String script) {
		this.revisions.add("a", "create table t (id int primary key);");
		upgrade();
		this.database.execute(before);
		this.revisions.add("b <- a", script + ";");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).isEqualTo(
					"""
							Nothing of this revision was kept; the database is at a. Fix the script and start again.

							If this database has all that this revision makes (Hibernate's ddl-auto made it, or somebody by hand), \
							nothing is wrong with the script:

							    migrator stamp b"""));
	}

	@Test
	void columnThatTheScriptAddsTwiceIsNoReasonToStamp() {
		this.revisions.add("a", "create table t (id int primary key);");
		upgrade();
		this.revisions.add("b <- a", "alter table t add column own text;\nalter table t add column own text;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).doesNotContain("stamp"));
	}

	@Test
	void longTextOfTheServerIsCut() {
		this.revisions.add("a",
				"""
						do $$ begin
						    raise exception '%', repeat('x', 158000) using detail = repeat('d', 158000), hint = repeat('h', 158000);
						end $$;""");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade).satisfies((ex) -> {
			assertThat(ex.description())
				.contains("x ... (cut here, 158,000 characters) (SQLSTATE P0001)",
						"d ... (cut here, 158,000 characters)\n", "h ... (cut here, 158,000 characters)\n")
				.hasSizeLessThan(13_000);
		});
	}

	@Test
	void lineIsThatOfTheErrorWhereTheServerSaysWhereItIs() {
		this.revisions.add("a", """
				create table t (id int);

				select id,
				    1 as one,
				    nmae
				from t;""");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.description()).contains("failed in statement 2 of 2, line 10:",
					"column \"nmae\" does not exist"));
	}

	@Test
	void syntaxErrorIsFoundAlthoughNothingHasRun() {
		this.revisions.add("a", "select 'äöü €';\nselect 2;\nselct 3;\nselect 4");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.description()).contains("failed in statement 3 of 4, line 8:",
					"syntax error at or near \"selct\""));
	}

	@Test
	void scriptThatLacksItsEndIsBlamedItself() {
		this.revisions.add("a", "select 1;\ncreate table t (id int");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.description()).contains("failed in statement 2 of 2, line 7:",
					"create table t (id int"));
	}

	@Test
	void violatedDeferredConstraintIsReportedAsOne() {
		this.revisions.add("a", """
				create table p (id int primary key);
				create table c (p int references p deferrable initially deferred);
				insert into c values (1);""");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.description()).contains("failed while checking deferred constraints",
					"(SQLSTATE 23503)"));
		assertThat(this.database.versionRows()).isEmpty();
	}

	@Test
	void passwordsAreMaskedWhereSqlIsShown() {
		this.revisions.add("a", "alter role nobody_of_that_name password 'geheim';");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.getMessage()).contains("password '***'").doesNotContain("geheim"));
	}

	@Test
	void objectThatExistsWithoutARowTellsHowToStamp() {
		this.database.execute("create table users (id int)");
		this.revisions.add("a", "create table users (id int);");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).endsWith(
					"""
							If this database had its schema before it had a migrator, stamp it with the revision that this schema \
							is at (this one, or one that follows it), and only what comes after that will be run:

							    migrator stamp a"""));

		this.database.execute("INSERT INTO \"public\".\"migrator_version\" (version_num) VALUES ('a')");
		assertThat(upgrade().steps()).isEmpty();
	}

	@Test
	void objectThatARevisionCreatesTwiceIsNoReasonToStamp() {
		this.revisions.add("a", "create table users (id int); create table users (id int);");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).doesNotContain("stamp"));
	}

	@Test
	void wholeRunIsOneTransactionIfSaidSo() {
		this.revisions.add("a", "create table a ();").add("b <- a", "create table b ();").add("c <- b", "select 1/0;");

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> this.builder.transaction(TransactionMode.SINGLE).build().upgrade())
			.satisfies((ex) -> assertThat(ex.action())
				.startsWith("Nothing of this run was kept; the database is empty of revisions."));

		assertThat(this.database.column("select relname from pg_class where relnamespace = 'public'::regnamespace"))
			.isEmpty();
	}

	@Test
	void wholeRunInOneTransactionSucceedsAtOnce() {
		this.revisions.add("a", "create table a ();").add("b <- a", "insert into nowhere values (1);");
		this.database.execute("create table nowhere (id int)");

		this.builder.transaction(TransactionMode.SINGLE).build().upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.value("select count(distinct xmin::text) from migrator_history")).isEqualTo("1");
	}

	@Test
	void wholeRunIsRefusedBeforeItBeginsIfOneRevisionCannotBeInATransaction() {
		this.revisions.add("a", "create table a ();").addWithoutTransaction("b <- a", "vacuum;");

		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> this.builder.transaction(TransactionMode.SINGLE).build().upgrade())
			.withMessageContaining(
					"Revision b (" + this.revisions.location() + "/0002_b.sql) cannot be in a transaction");
		assertThat(this.database.has("a")).isFalse();
	}

	@Test
	void secondWriterOfTheVersionTableIsFoundAndTheRevisionRolledBack() {
		this.revisions.add("a", "create table a ();")
			.add("b <- a", "update migrator_version set version_num = 'x'; create table b ();");

		assertThatExceptionOfType(VersionRowConflictException.class).isThrownBy(this::upgrade)
			.withMessageContaining(
					"Revision b was rolled back: the rows of \"public\".\"migrator_version\" are no longer a");
		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.has("b")).isFalse();
	}

	@Test
	void downgradeUndoesWhatStandsAboveItsTarget() {
		this.revisions.add("a", "create table a ();", "drop table a;")
			.add("b <- a", "create table b ();", "drop table b;")
			.add("c <- b", "create table c ();", "");
		upgrade();

		MigrationResult result = this.builder.build().downgrade("a");

		assertThat(result.steps()).extracting(CurrentState::id).containsExactly("c", "b");
		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.has("b")).isFalse();
		assertThat(this.database.history()).endsWith("downgrade c done", "downgrade b done");
	}

	@Test
	void downgradeOverAnIrreversibleRevisionIsRefusedBeforeAnythingRan() {
		this.revisions.add("a", "create table a ();").add("b <- a", "create table b ();", "drop table b;");
		upgrade();

		assertThatExceptionOfType(dev.migrator.internal.script.IrreversibleRevisionException.class)
			.isThrownBy(() -> this.builder.build().downgrade("base"))
			.withMessageContaining("Revision a (0001_a.sql) cannot be undone");
		assertThat(this.database.has("b")).isTrue();
	}

	@Test
	void stampSetsTheRowsAndRunsNothing() {
		this.revisions.add("a", "select 1/0;").add("b <- a", "select 1/0;").add("c <- b", "create table c ();");

		this.builder.build().stamp("b");

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.history()).containsExactly("stamp b done");
		assertThat(upgrade().steps()).extracting(CurrentState::id).containsExactly("c");
	}

	@Test
	void idThatDoesNotFitTheColumnIsRefusedBeforeAnythingRan() {
		this.database.execute("create table alembic_version (version_num varchar(32) primary key)");
		String id = "x".repeat(33);
		this.revisions.add("a", "create table a ();").add(id + " <- a", "create table b ();");

		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> this.builder.versionTable("alembic_version").build().upgrade())
			.withMessageContaining(
					"has 33 characters, and the column version_num of \"public\".\"alembic_version\" takes at most 32");
		assertThat(this.database.has("a")).isFalse();
	}

	@Test
	void idFitsTheColumnByItsCharacters() {
		this.database.execute("create table alembic_version (version_num varchar(32) primary key)");
		String fits = "\uD83D\uDE80".repeat(32);
		this.revisions.add(fits, "create table a ();").add("\uD83D\uDE80".repeat(33) + " <- " + fits, "select 1;");

		this.builder.versionTable("alembic_version").build().upgrade(fits);

		assertThat(this.database.column("select version_num from alembic_version")).containsExactly(fits);
		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> this.builder.versionTable("alembic_version").build().upgrade())
			.withMessageContaining("has 33 characters");
	}

	@Test
	void tableThatAlembicLeftIsGoneOnWith() {
		this.database.execute("create table alembic_version (version_num varchar(32) not null)");
		this.database.execute("insert into alembic_version values ('a')");
		this.revisions.add("a", "select 1/0;").add("b <- a", "create table b ();");

		this.builder.versionTable("alembic_version").build().upgrade();

		assertThat(this.database.column("select version_num from alembic_version")).containsExactly("b");
		assertThat(this.database.history()).containsExactly("upgrade b done");
	}

	@Test
	void schemaOfTheTablesIsCreatedIfItIsMissing() {
		this.revisions.add("a", "create table a ();");

		this.builder.schema("Mig rator").build().upgrade();

		assertThat(this.database.column("select version_num from \"Mig rator\".migrator_version")).containsExactly("a");
		assertThat(this.database.has("public.migrator_version")).isFalse();
	}

	@Test
	void tablesInAnotherSchemaOfTheSearchPathAreNotTakenForOurs() {
		this.revisions.add("a", "create table a ();");
		upgrade();
		this.database.execute("create schema tenant");
		PGSimpleDataSource tenant = this.database.newDataSource();
		tenant.setCurrentSchema("tenant,public");

		Migrator.builder(tenant).locations(this.revisions.location()).build().upgrade();

		assertThat(this.database.column("select version_num from tenant.migrator_version")).containsExactly("a");
		assertThat(this.database.column("select table_schema from information_schema.tables where table_name = 'a'"))
			.containsExactlyInAnyOrder("public", "tenant");
	}

	@Test
	void listenersAreToldOfEachStep() {
		this.revisions.add("a", "create table a ();").add("b <- a", "create table b ();");
		List<String> told = new java.util.ArrayList<>();

		this.builder.listeners(List.of(new dev.migrator.execution.StepListener() {

			@Override
			public void beforeStep(Step step) {
				told.add("before " + CurrentState.id(step) + " "
						+ UpgradeTests.this.database.has(CurrentState.id(step)));
			}

			@Override
			public void afterStep(Step step, java.time.Duration duration) {
				told.add(
						"after " + CurrentState.id(step) + " " + UpgradeTests.this.database.has(CurrentState.id(step)));
			}

		})).build().upgrade();

		assertThat(told).containsExactly("before a false", "after a true", "before b false", "after b true");
	}

	private MigrationResult upgrade() {
		return this.builder.build().upgrade();
	}

	@Test
	void tablesOfAnotherShapeLaterOnTheSearchPathAreNotOurs(@TempDir Path folder) {
		this.database.execute("create schema other");
		this.database.execute("create table other.migrator_history (id int)");
		this.database.execute("create table other.migrator_version (version text)");
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setCurrentSchema("public,other");
		Migrator migrator = Migrator.builder(dataSource)
			.locations(Revisions.in(folder).add("a", "create table a ();").location())
			.build();

		assertThat(migrator.upgrade().steps()).hasSize(1);
		assertThat(migrator.upgrade().steps()).isEmpty();
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void constraintsAreDeferredInEachRevisionOfASingleTransaction() {
		this.revisions.add("a", "create table p (id int primary key);")
			.add("b <- a", "create table c (p int references p deferrable initially deferred);\n"
					+ "insert into c values (1); insert into p values (1);");

		this.builder.transaction(TransactionMode.SINGLE).build().upgrade();

		assertThat(this.database.value("select p from c")).isEqualTo("1");
	}

	@Test
	void constraintIsCheckedAtTheEndOfItsRevisionInASingleTransaction() {
		this.revisions
			.add("a", "create table p (id int primary key);\n"
					+ "create table c (p int references p deferrable initially deferred); insert into c values (1);")
			.add("b <- a", "insert into p values (1);");

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> this.builder.transaction(TransactionMode.SINGLE).build().upgrade())
			.satisfies((ex) -> assertThat(ex.description()).startsWith("Revision a "));
	}

}
