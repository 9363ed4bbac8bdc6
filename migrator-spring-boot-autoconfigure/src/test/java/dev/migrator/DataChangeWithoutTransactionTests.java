package dev.migrator;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.script.JavaRevisionException;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.script.DataChange;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Code over live data in a revision without a transaction.
 */
@Tag("server")
class DataChangeWithoutTransactionTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final AtomicInteger runs = new AtomicInteger();

	/** Its session dies the first time, between two of its statements. */
	private final DataChange interrupted = (jdbc) -> {
		jdbc.sql("insert into t values (1)").update();
		if (this.runs.incrementAndGet() == 1) {
			jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query().singleRow();
		}
		jdbc.sql("insert into t values (2)").update();
	};

	@Test
	void sharesATransactionWithTheRecordOfItSoThatNothingIsDoubled() {
		Migrator migrator = migrator((op) -> {
			op.execute("create table t (id int)");
			op.data("fill it", this.interrupted);
			op.execute("vacuum t");
		});
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade);
		assertThat(this.database.value("select count(*) from t")).isEqualTo("0");
		assertThat(migrator.status().halfWay()).singleElement()
			.satisfies((halfWay) -> assertThat(halfWay.statementsDone()).isEqualTo(1));

		migrator.upgrade();

		assertThat(this.database.column("select id from t order by id")).containsExactly("1", "2");
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void failureOfTheCodeKeepsNothingOfIt() {
		Migrator migrator = migrator((op) -> {
			op.execute("create table t (id int)");
			op.data("fill it", (jdbc) -> {
				jdbc.sql("insert into t values (1)").update();
				jdbc.sql("select 1/0").query().singleRow();
			});
		});

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).contains("1 of its 2 statements were completed and are kept"));

		assertThat(this.database.value("select count(*) from t")).isEqualTo("0");
	}

	@Test
	void commitInTheCodeIsFound() {
		Migrator migrator = migrator((op) -> op.data("commit", (jdbc) -> jdbc.sql("commit").update()));

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade)
			.withMessageContainingAll("It ended the transaction", "What the code has committed is done.",
					"op.dataWithAutocommit, whose code may run twice");
		assertThat(this.database.versionRows()).isEmpty();
	}

	@Test
	void codeThatCommitsByItselfMayRunTwice() {
		Migrator migrator = migrator((op) -> {
			op.execute("create table t (id int)");
			op.dataWithAutocommit("fill it", this.interrupted);
		});
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade);
		assertThat(this.database.column("select id from t")).containsExactly("1");

		migrator.upgrade();

		assertThat(this.database.column("select id from t order by id")).containsExactly("1", "1", "2");
	}

	@Test
	void codeThatCommitsByItselfIsUndoneBySuchCode() {
		Migrator migrator = Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(JavaRevisionScript.of(Reversible.class, Reversible::new)))
			.build();
		migrator.upgrade();
		assertThat(this.database.has("t")).isTrue();

		migrator.downgrade("base");

		assertThat(this.database.has("t")).isFalse();
	}

	@Test
	void codeThatCommitsByItselfIsRefusedInATransaction() {
		Migrator migrator = Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(JavaRevisionScript.of(InTransaction.class, InTransaction::new)))
			.build();

		assertThatExceptionOfType(JavaRevisionException.class).isThrownBy(migrator::upgrade)
			.withMessageContaining(
					"The code \"fill it\" commits its statements separately, but this revision is one transaction.");
	}

	private Migrator migrator(Consumer<Operations> upgrade) {
		return Migrator.builder(this.database.newDataSource())
			.locations(List.of())
			.javaRevisions(List.of(LambdaRevision.withoutTransaction(upgrade)))
			.build();
	}

	@RevisionScript(revision = "a", transactional = false)
	private static final class Reversible implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
			op.dataWithAutocommit("create it", (jdbc) -> jdbc.sql("create table t (id int)").update(),
					(jdbc) -> jdbc.sql("drop table t").update());
		}

		@Override
		public void downgrade(Operations op) {
			op.reverse(this::upgrade);
		}

	}

	@RevisionScript(revision = "a")
	private static final class InTransaction implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
			op.dataWithAutocommit("fill it", (jdbc) -> jdbc.sql("select 1").query().singleRow());
		}

	}

}
