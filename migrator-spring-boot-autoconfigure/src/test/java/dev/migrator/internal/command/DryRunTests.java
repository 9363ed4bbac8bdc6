package dev.migrator.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.execution.DryRun;
import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.StepListener;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.script.IrreversibleRevisionException;
import dev.migrator.revision.Step;
import dev.migrator.script.Operations;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Plans that are tried and rolled back.
 */
@Tag("server")
class DryRunTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private MigratorBuilder builder;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		this.builder = Migrator.builder(this.database.dataSource()).locations(this.revisions.location());
	}

	@AfterEach
	void nothingIsLeftInTheSession() {
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@Test
	void upgradeIsRunAndRolledBack() {
		this.revisions.add("a", "create table t (id int);").add("b <- a", "insert into t values (1); select * from t;");

		DryRun dryRun = this.builder.build().tryUpgrade("heads");

		assertThat(dryRun.from()).isEmpty();
		assertThat(dryRun.to()).containsExactly("b");
		assertThat(dryRun.tried()).extracting((tried) -> CurrentState.id(tried.step())).containsExactly("a", "b");
		assertThat(dryRun.tried()).allSatisfy((tried) -> assertThat(tried.duration()).isPositive());
		assertThat(dryRun.untried()).isEmpty();
		assertThat(CatalogSnapshot.of(this.database).lines()).isEmpty();
	}

	@Test
	void downgradeIsRunAndRolledBack() {
		this.revisions.add("a", "create table t ();", "drop table t")
			.add("b <- a", "create table u ();", "drop table u");
		Migrator migrator = this.builder.build();
		migrator.upgrade();
		CatalogSnapshot before = CatalogSnapshot.of(this.database);

		DryRun dryRun = migrator.tryDowngrade("base");

		assertThat(dryRun.tried()).extracting((tried) -> CurrentState.id(tried.step())).containsExactly("b", "a");
		assertThat(CatalogSnapshot.of(this.database)).isEqualTo(before);
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.history()).hasSize(2);
	}

	@Test
	void whatCannotBeRolledBackEndsTheTrial() {
		this.revisions.add("a", "create table t (id int);")
			.addWithoutTransaction("b <- a", "create index concurrently i on t (id);")
			.add("c <- b", "drop index i");

		DryRun dryRun = this.builder.build().tryUpgrade("heads");

		assertThat(dryRun.tried()).extracting((tried) -> CurrentState.id(tried.step())).containsExactly("a");
		assertThat(dryRun.untried()).extracting((untried) -> CurrentState.id(untried.step()), DryRun.Untried::reason)
			.containsExactly(tuple("b", "It runs without a transaction, and could not be rolled back."),
					tuple("c", "It comes after b, which cannot be tried."));
		assertThat(dryRun.to()).containsExactly("c");
	}

	@Test
	void whatNeedsACommitBeforeItEndsTheTrial() {
		this.revisions.add("a", "create type mood as enum ('sad'); create table t (mood mood);");
		this.builder.build().upgrade();
		this.revisions.add("b <- a", "alter type mood add value 'glad';")
			.add("c <- b", "insert into t values ('glad');")
			.add("d <- c", "create table d ();");

		DryRun dryRun = this.builder.build().tryUpgrade("heads");

		assertThat(dryRun.tried()).extracting((tried) -> CurrentState.id(tried.step())).containsExactly("b");
		assertThat(dryRun.untried()).extracting(DryRun.Untried::reason)
			.containsExactly("It needs the steps before it to be committed: unsafe use of new value \"glad\" of enum "
					+ "type mood.", "It comes after c, which cannot be tried.");
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void whatNeedsACommitInItsOwnTransactionFailsAsItWould() {
		this.revisions.add("a", "create type mood as enum ('sad'); create table t (mood mood);");
		this.builder.build().upgrade();
		this.revisions.add("b <- a", "alter type mood add value 'glad';")
			.add("c <- b", "alter type mood add value 'so so'; insert into t values ('so so');");

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> this.builder.build().tryUpgrade("heads"))
			.satisfies((ex) -> assertThat(ex.description()).contains("Revision c", "55P04"));
		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> this.builder.transaction(TransactionMode.SINGLE).build().tryUpgrade("heads"))
			.satisfies((ex) -> assertThat(ex.action()).contains("takes a run with migrator.transaction=per-revision"));
	}

	@Test
	void eachRevisionDefersItsConstraintsAsItWould() {
		this.revisions.add("a", "create table p (id int primary key);")
			.add("b <- a", "create table c (p int references p deferrable initially deferred);\n"
					+ "insert into c values (1); insert into p values (1);");

		assertThat(this.builder.build().tryUpgrade("heads").tried()).hasSize(2);
	}

	@Test
	void failureSaysThatNothingWasKeptBecauseItWasADryRun() {
		this.revisions.add("a", "create table a ();").add("b <- a", "create table b ();").add("c <- b", "select 1/0;");
		this.builder.build().upgrade("a");

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> this.builder.build().tryUpgrade("heads"))
			.satisfies((ex) -> {
				assertThat(ex.description()).startsWith("Revision c (0003_c.sql) failed in statement 1 of 1, line 7");
				assertThat(ex.action()).isEqualTo("Nothing was kept, because this was a dry run; the database is at a. "
						+ "Fix the script and try again.");
			});
		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.has("b")).isFalse();
	}

	@Test
	void codeOverLiveDataIsRolledBackToo() {
		Migrator migrator = withCode((op) -> {
			op.execute("create table t (id int)");
			op.data("fill it", (jdbc) -> jdbc.sql("insert into t values (1)").update());
			op.execute("create table u as select count(*) from t");
		});

		assertThat(migrator.tryUpgrade("heads").tried()).hasSize(1);
		assertThat(CatalogSnapshot.of(this.database).lines()).isEmpty();
		assertThat(migrator.upgrade().steps()).hasSize(1);
		assertThat(this.database.value("select count from u")).isEqualTo("1");
	}

	@Test
	void codeThatCommitsIsFound() {
		Migrator migrator = withCode((op) -> op.data("commit", (jdbc) -> jdbc.sql("commit").update()));

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator.tryUpgrade("heads"))
			.satisfies((ex) -> assertThat(ex.description()).contains("It ended the transaction of the revision"));
	}

	@Test
	void whatTheRunWouldRefuseIsRefused() {
		this.revisions.add("a", "create table a ();").add("b <- a", "vacuum;");

		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> this.builder.build().tryUpgrade("heads"));
		this.builder.build().upgrade("a");
		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> this.builder.build().tryDowngrade("base"));
	}

	@Test
	void nothingPendingIsNothingToTry() {
		this.revisions.add("a", "create table a ();");
		Migrator migrator = this.builder.transaction(TransactionMode.SINGLE).build();
		migrator.upgrade();

		DryRun dryRun = migrator.tryUpgrade("heads");

		assertThat(dryRun).isEqualTo(new DryRun(List.of("a"), List.of("a"), List.of(), List.of()));
	}

	@Test
	void listenersAreNotToldOfWhatDidNotHappen() {
		this.revisions.add("a", "create table a ();");
		Migrator migrator = this.builder.listeners(List.of(new StepListener() {

			@Override
			public void beforeStep(Step step) {
				throw new IllegalStateException("told");
			}

		})).build();

		assertThat(migrator.tryUpgrade("heads").tried()).hasSize(1);
	}

	@Test
	void sequencesDoNotGoBack() {
		this.revisions.add("a", "create sequence s;").add("b <- a", "select nextval('s');");
		this.builder.build().upgrade("a");

		this.builder.build().tryUpgrade("heads");

		assertThat(this.database.value("select nextval('s')")).isEqualTo("2");
	}

	private Migrator withCode(Consumer<Operations> upgrade) {
		return this.builder.javaRevisions(List.of(LambdaRevision.inTransaction(upgrade))).build();
	}

}
