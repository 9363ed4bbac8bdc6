package dev.migrator.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.Migrator;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.problem.MigratorException;
import dev.migrator.result.MigrationResult;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Connections that end while they are used.
 */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class CutConnectionTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final TcpProxy proxy = TcpProxy.before(this.database);

	private final HikariDataSource pool = new HikariDataSource();

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a ();");
		this.pool
			.setJdbcUrl(this.database.fullUrl().replaceFirst("//[^/]*/", "//localhost:" + this.proxy.port() + "/"));
		this.pool.setMaximumPoolSize(2);
	}

	@AfterEach
	void close() {
		this.executor.shutdownNow();
		this.pool.close();
		this.proxy.close();
	}

	@Test
	void cutInTheMiddleOfAStatementNothingOfTheRevisionIsKept() throws Exception {
		this.revisions.add("b <- a", "create table b (); select pg_sleep(600);");
		Future<MigrationResult> run = this.executor.submit(() -> migrator().upgrade());
		await().until(() -> this.database.runs("pg_sleep(600)"));

		this.proxy.cut("pg_sleep(600)");

		MigratorException failure = failure(run);
		assertThat(failure.description()).startsWith("Revision b (0002_b.sql) failed while talking to the server:")
			.contains("An I/O error occurred while sending to the backend. (SQLSTATE 08006)");
		assertThat(failure.action()).isEqualTo("The connection was lost before the server answered. Start again: "
				+ "the next start finds out whether this was committed, and continues from there.");
		poolIsWell();
		// The server sees after two seconds at the latest that its client is gone.
		await().until(() -> this.database.advisoryLocks() == 0);
		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.has("b")).isFalse();
		replaceAndUpgrade("b");
	}

	@Test
	void cutBetweenTwoRevisionsTheFirstIsKept() throws SQLException {
		this.revisions.add("b <- a", "create table b ();");
		this.proxy.when("create table b ()", TcpProxy.Fault.CUT_BEFORE);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade())
			.withMessageContaining("Revision b (0002_b.sql) failed while talking to the server");

		assertThat(this.proxy.sprung()).isTrue();
		poolIsWell();
		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(migrator().upgrade().to()).containsExactly("b");
	}

	@Test
	void cutOnTheCommitThatTheServerGotTheRevisionIsDone() throws SQLException {
		this.revisions.add("b <- a", "create table b ();");
		this.proxy.when("create table b ()", TcpProxy.Fault.CUT_ON_ANSWER);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade())
			.withMessageContaining("the next start finds out whether this was committed");

		poolIsWell();
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(migrator().upgrade().steps()).isEmpty();
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done");
	}

	@Test
	void cutOnTheCommitOfAWholeRunThatTheServerDidNotGetNothingIsKept() {
		this.revisions.add("b <- a", "create table b ();");
		this.proxy.when("COMMIT", TcpProxy.Fault.CUT_BEFORE);

		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> Migrator.builder(this.pool)
				.locations(this.revisions.location())
				.transaction(TransactionMode.SINGLE)
				.build()
				.upgrade())
			.withMessageContaining("An I/O error occurred");

		await().until(() -> this.database.advisoryLocks() == 0);
		assertThat(this.database.has("migrator_version")).isFalse();
		assertThat(this.database.has("a")).isFalse();
		assertThat(migrator().upgrade().to()).containsExactly("b");
	}

	@Test
	void cutWithinARevisionWithoutATransactionItGoesOnWhereItStopped() {
		this.revisions.addWithoutTransaction("b <- a", "create table one (); create table two ();");
		this.proxy.when("create table two", TcpProxy.Fault.CUT_BEFORE);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade());

		assertThat(this.database.has("one")).isTrue();
		assertThat(this.database.has("two")).isFalse();
		assertThat(this.database.history()).endsWith("upgrade b running");
		await().until(() -> this.database.advisoryLocks() == 0);
		assertThat(migrator().upgrade().to()).containsExactly("b");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done");
	}

	@Test
	@Timeout(60)
	void answerThatIsLostIsNotWaitedForForEver(CapturedOutput output) throws SQLException {
		this.revisions.add("b <- a", "create table b ();");
		this.proxy.when("create table b ()", TcpProxy.Fault.SILENCE);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade())
			.withMessageContaining("The connection was lost");

		assertThat(output).contains("The server has answered, or has lost the session, and nothing arrives");
		poolIsWell();
		assertThat(this.database.versionRows()).containsExactly("b");
	}

	@Test
	void sessionThatIsTerminatedEndsTheRunBeforeTheNextRevision() throws Exception {
		this.revisions.add("b <- a", "create table b (); select pg_sleep(600);").add("c <- b", "create table c ();");
		Future<MigrationResult> run = this.executor.submit(() -> migrator().upgrade());
		await().until(() -> this.database.runs("pg_sleep(600)"));

		this.database.terminate("pg_sleep(600)");

		MigratorException failure = failure(run);
		assertThat(failure.description()).contains("failed in statement 2 of 2, line 7",
				"terminating connection due to administrator command (SQLSTATE 57P01)");
		poolIsWell();
		assertThat(this.database.advisoryLocks()).isZero();
		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.has("c")).isFalse();
		replaceAndUpgrade("c");
	}

	@Test
	void connectionThatIsLostWhileItWaitsForTheLockIsReplaced(CapturedOutput output) throws Exception {
		long key = new AdvisoryLock("public", "migrator_version").key();
		try (Connection holder = this.database.newDataSource().getConnection();
				Statement statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + key + ")");
			Future<MigrationResult> run = this.executor.submit(() -> migrator().upgrade());
			await().until(() -> output.getOut().contains("for another migrator"));

			this.proxy.cut();

			await().until(() -> output.getOut().contains("connecting again"));
			statement.execute("select pg_advisory_unlock(" + key + ")");
			assertThat(run.get(30, TimeUnit.SECONDS).to()).containsExactly("a");
		}
		assertThat(this.database.history()).containsExactly("upgrade a done");
		assertThat(output.getOut().split("connecting again", -1)).hasSize(2);
	}

	@Test
	void poolThatIsClosedWhileItIsMigratedFromLeavesNoLock() throws Exception {
		this.revisions.add("b <- a", "create table b (); select pg_sleep(600);");
		Future<MigrationResult> run = this.executor.submit(() -> migrator().upgrade());
		await().until(() -> this.database.runs("pg_sleep(600)"));

		this.pool.close();

		assertThat(failure(run).action()).contains("The connection was lost");
		await().until(() -> this.database.advisoryLocks() == 0);
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void socketTimeoutOfTheDriverDoesNotCutALongStatementAndIsPutBack() throws SQLException {
		this.revisions.add("b <- a", "select pg_sleep(2.5);");
		this.pool.addDataSourceProperty("socketTimeout", "1");

		assertThat(migrator().upgrade().to()).containsExactly("b");

		try (Connection connection = this.pool.getConnection(); Statement statement = connection.createStatement()) {
			assertThat(connection.getNetworkTimeout()).isEqualTo(1000);
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute("select pg_sleep(2.5)"));
		}
	}

	/**
	 * The lost connection is not handed out again, not even at once, and none is missing.
	 */
	private void poolIsWell() throws SQLException {
		for (int i = 0; i < 3; i++) {
			try (Connection connection = this.pool.getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("select 1");
			}
		}
		assertThat(this.pool.getHikariPoolMXBean().getActiveConnections()).isZero();
	}

	private void replaceAndUpgrade(String head) {
		this.revisions.file("0002_b.sql", "-- revision: b\n-- revises: a\n-- migrator:upgrade\ncreate table b ();");
		assertThat(migrator().upgrade().to()).containsExactly(head);
		assertThat(this.database.has("b")).isTrue();
	}

	private static MigratorException failure(Future<?> run) {
		Exception thrown = catchThrowableOfType(Exception.class, () -> run.get(30, TimeUnit.SECONDS));
		assertThat(thrown).hasCauseInstanceOf(MigratorException.class);
		return (MigratorException) thrown.getCause();
	}

	private Migrator migrator() {
		return Migrator.builder(this.pool).locations(this.revisions.location()).lockWait(Duration.ofMinutes(1)).build();
	}

}
