package dev.migrator;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.script.Operations;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Code over live data, among the other operations of a Java revision.
 */
@Tag("server")
class DataChangeTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void runsInItsPlaceAndInTheTransaction() {
		migrator((op) -> {
			op.execute("create table t (id int, tx text default pg_current_xact_id()::text)");
			op.data("fill it", (jdbc) -> jdbc.sql("insert into t values (:id)").param("id", 1).update());
			op.execute("insert into t values (2)");
		}).upgrade();

		assertThat(this.database.value("select count(*) || ' ' || count(distinct tx) from t")).isEqualTo("2 1");
	}

	@Test
	void failureOfTheCodeNamesItsLine() {
		Migrator migrator = migrator((op) -> {
			op.execute("create table t (id int)");
			op.data("divide", (jdbc) -> jdbc.sql("select 1/0").query().singleRow());
		});

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade)
			.satisfies((ex) -> assertThat(ex.description()).matches("""
					(?s)Revision a \\(\\S*InTransaction\\) failed in operation 2 of 2, a data change:

					    divide

					  division by zero \\(SQLSTATE 22012\\)
					  at dev.migrator.DataChangeTests.*DataChangeTests.java:\\d+\\)"""));
		assertThat(this.database.has("t")).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void codeThatEndsTheTransactionIsFound(TransactionMode mode) {
		Migrator migrator = migrator(mode, (op) -> {
			op.execute("create table t (id int)");
			op.data("commit", (jdbc) -> jdbc.sql("commit").update());
			op.execute("create table u (id int)");
		});

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade).satisfies((ex) -> {
			assertThat(ex.description())
				.contains("It ended the transaction of the revision, with a COMMIT or a ROLLBACK.");
			assertThat(ex.action()).startsWith("What was done before may be committed, without a version row");
		});
		assertThat(this.database.has("u")).isFalse();
	}

	@Test
	void codeThatBeginsAnotherTransactionIsFoundToo() {
		Migrator migrator = migrator((op) -> op.data("commit", (jdbc) -> {
			jdbc.sql("rollback").update();
			jdbc.sql("select 1").query().singleRow();
		}));

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade)
			.withMessageContaining("It ended the transaction of the revision");
	}

	@Test
	void errorThatTheCodeSwallowedIsFound() {
		Migrator migrator = migrator((op) -> op.data("try", (jdbc) -> {
			try {
				jdbc.sql("select 1/0").query().singleRow();
			}
			catch (DataAccessException ex) {
				assertThat(ex).isNotNull();
			}
		}));

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade)
			.withMessageContaining("One of its statements failed, and the exception was swallowed.");
	}

	private Migrator migrator(Consumer<Operations> upgrade) {
		return migrator(TransactionMode.PER_REVISION, upgrade);
	}

	private Migrator migrator(TransactionMode mode, Consumer<Operations> upgrade) {
		return Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(LambdaRevision.inTransaction(upgrade)))
			.transaction(mode)
			.build();
	}

}
