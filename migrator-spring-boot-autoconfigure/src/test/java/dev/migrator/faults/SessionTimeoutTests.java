package dev.migrator.faults;

import java.nio.file.Path;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.Migrator;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.connection.ConnectionRefusedException;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Sessions that the server ends because their time is over, or does not begin.
 */
@Tag("server")
class SessionTimeoutTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void timeoutThatAScriptSetsForItsTransactionIsNamed(@TempDir Path folder) {
		Assumptions.assumeTrue(Postgres.majorVersion() >= 17, "transaction_timeout");
		Migrator migrator = Migrator.builder(this.database.newDataSource())
			.locations(Revisions.in(folder)
				.add("a", "create table t ();\nset transaction_timeout = 50;\nselect pg_sleep(60);")
				.location())
			.build();

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade).satisfies((ex) -> {
			assertThat(ex.description()).startsWith("Revision a (0001_a.sql) failed in statement 3 of 3, line 8:")
				.contains("terminating connection due to transaction timeout (SQLSTATE 25P04)");
			assertThat(ex.action()).isEqualTo(
					"""
							Nothing of this revision was kept; the database is empty of revisions. Fix the script and start again.

							The script, or a function that it calls, sets transaction_timeout itself; the value of \
							the role or the database does not apply to a run. Remove it there, or raise it.""");
		});
	}

	@Test
	void timeoutThatAScriptSetsForItsPausesIsNamed() {
		Migrator migrator = Migrator.builder(this.database.newDataSource())
			.javaRevisions(List.of(LambdaRevision.inTransaction((op) -> {
				op.execute("create table t (); set idle_in_transaction_session_timeout = 50;");
				op.data("think",
						(jdbc) -> Awaitility.await().until(() -> this.database.sessions("create table t ()") == 0));
			})))
			.build();

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade).satisfies((ex) -> {
			assertThat(ex.description()).contains("failed in operation 2 of 2, a data change:", "    think",
					"terminating connection due to idle-in-transaction timeout (SQLSTATE 25P03)");
			assertThat(ex.action()).startsWith("Nothing of this revision was kept")
				.contains("sets idle_in_transaction_session_timeout itself");
		});
	}

	@Test
	void serverWithoutAConnectionLeftIsNotTakenForOneThatIsDown() {
		this.database.execute("drop role if exists migrator_many; create role migrator_many login connection limit 0");
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setUser("migrator_many");

		assertThatExceptionOfType(ConnectionRefusedException.class)
			.isThrownBy(() -> Migrator.builder(dataSource).build().upgrade())
			.satisfies(SessionTimeoutTests::saysThatNoConnectionIsLeft);
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(this.database.url());
			pool.setUsername("migrator_many");
			assertThatExceptionOfType(ConnectionRefusedException.class)
				.isThrownBy(() -> Migrator.builder(pool).build().upgrade())
				.satisfies(SessionTimeoutTests::saysThatNoConnectionIsLeft);
			pool.setInitializationFailTimeout(-1);
			pool.setConnectionTimeout(300);
			assertThatExceptionOfType(ConnectionRefusedException.class)
				.isThrownBy(() -> Migrator.builder(pool).build().upgrade())
				.satisfies(SessionTimeoutTests::saysThatNoConnectionIsLeft);
		}
	}

	private static void saysThatNoConnectionIsLeft(ConnectionRefusedException ex) {
		assertThat(ex.description()).startsWith("The server is running, but has no connection left:")
			.contains("too many connections for role \"migrator_many\" (SQLSTATE 53300)");
		assertThat(ex.action()).contains("CONNECTION LIMIT");
	}

}
