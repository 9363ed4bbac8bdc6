package dev.migrator.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.Migrator;
import dev.migrator.internal.dialect.connection.ConnectionRefusedException;
import dev.migrator.testing.Pooler;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * PgBouncer between the application and the server.
 */
@Tag("server")
@EnabledIf(value = "pgbouncerIsThere",
		disabledReason = "PgBouncer is not installed (Debian: apt-get install pgbouncer)")
class PoolerTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	static boolean pgbouncerIsThere() {
		return Pooler.binary().isPresent();
	}

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a ();");
	}

	@ParameterizedTest
	@ValueSource(strings = { "transaction", "statement" })
	void modeThatDoesNotKeepTheSessionIsRefusedAtOnce(String mode) {
		try (Pooler pooler = Pooler.start(this.database, mode, 20)) {
			assertThatExceptionOfType(ConnectionRefusedException.class)
				.isThrownBy(() -> migrator(dataSource(pooler)).upgrade())
				.withMessage(
						"""
								There is a connection pooler in transaction or statement mode between the application and PostgreSQL \
								(PgBouncer, for example): two statements of one connection may run in two sessions, and the \
								migrator's lock would protect nothing.

								Give the migrator the address of the server itself with migrator.url, migrator.username and \
								migrator.password.""");
			nothingWasDone();
		}
	}

	@Test
	void poolOfOneBehindTransactionModeIsRefusedAtOnce() {
		try (Pooler pooler = Pooler.start(this.database, "transaction", 20); HikariDataSource pool = pool(pooler, 1)) {
			assertThat(catchThrowable(() -> migrator(pool).upgrade())).isInstanceOf(ConnectionRefusedException.class);
			assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
			nothingWasDone();
		}
	}

	@RepeatedTest(5)
	void transactionModeIsRefusedToEachOfSeveralStarters() throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(4);
		try (Pooler pooler = Pooler.start(this.database, "transaction", 2)) {
			List<Future<Throwable>> starters = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				starters.add(executor.submit(() -> catchThrowable(() -> migrator(dataSource(pooler)).upgrade())));
			}
			for (Future<Throwable> starter : starters) {
				assertThat(starter.get(30, TimeUnit.SECONDS)).isInstanceOf(ConnectionRefusedException.class);
			}
			nothingWasDone();
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void nothingPendingNeedsNoSession() {
		migrator(this.database.newDataSource()).upgrade();
		try (Pooler pooler = Pooler.start(this.database, "transaction", 20)) {
			assertThat(migrator(dataSource(pooler)).upgrade().to()).containsExactly("a");
		}
	}

	@Test
	void sessionModeIsGoodEnough() {
		everyKindOfRevision();
		try (Pooler pooler = Pooler.start(this.database, "session", 20)) {
			assertThat(migrator(dataSource(pooler)).upgrade().to()).containsExactly("c");
		}
		assertThat(this.database.history()).hasSize(3);
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@Test
	void sessionModeIsGoodEnoughForAPoolOfOne() {
		everyKindOfRevision();
		try (Pooler pooler = Pooler.start(this.database, "session", 20); HikariDataSource pool = pool(pooler, 1)) {
			assertThat(migrator(pool).upgrade().to()).containsExactly("c");
			assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
			assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(1);
		}
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@RepeatedTest(5)
	void sessionModeIsGoodEnoughForSeveralStarters() throws Exception {
		sessionModeIsGoodEnough(4, 20);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 20 })
	void sessionModeIsGoodEnoughForMoreStartersThanThePoolHolds(int size) throws Exception {
		sessionModeIsGoodEnough(32, size);
	}

	private void sessionModeIsGoodEnough(int starters, int size) throws Exception {
		everyKindOfRevision();
		ExecutorService executor = Executors.newFixedThreadPool(starters);
		try (Pooler pooler = Pooler.start(this.database, "session", size)) {
			List<Future<List<String>>> started = new ArrayList<>();
			for (int i = 0; i < starters; i++) {
				started.add(executor.submit(() -> migrator(dataSource(pooler)).upgrade().to()));
			}
			for (Future<List<String>> starter : started) {
				assertThat(starter.get(60, TimeUnit.SECONDS)).containsExactly("c");
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(this.database.history()).hasSize(3).doesNotHaveDuplicates();
		await().untilAsserted(() -> assertThat(this.database.advisoryLocks()).isZero());
	}

	@Test
	void nextClientOfTheSameSessionFindsNothingOfTheMigration() throws Exception {
		this.revisions.add("b <- a",
				"create schema s; set search_path = s; set lock_timeout = '7s'; create temp table x ();");
		// One session of the server, for one client after the other.
		try (Pooler pooler = Pooler.start(this.database, "session", 1)) {
			try (HikariDataSource pool = pool(pooler, 1)) {
				migrator(pool).upgrade();
				try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
					assertThat(clean(statement)).isEqualTo("public 0 0 0");
				}
			}
			try (Connection next = dataSource(pooler).getConnection(); Statement statement = next.createStatement()) {
				assertThat(clean(statement)).isEqualTo("public 0 0 0");
			}
		}
	}

	private static String clean(Statement statement) throws Exception {
		var result = statement.executeQuery("""
				select current_schema() || ' ' || current_setting('lock_timeout') || ' '
				    || (select count(*) from pg_class where relnamespace = pg_my_temp_schema()) || ' '
				    || (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid())""");
		assertThat(result.next()).isTrue();
		return result.getString(1);
	}

	private void everyKindOfRevision() {
		this.revisions.add("b <- a", "create table b (id int);")
			.addWithoutTransaction("c <- b", "create index concurrently i on b (id); vacuum b;");
	}

	private void nothingWasDone() {
		assertThat(this.database.has("migrator_version")).isFalse();
		assertThat(this.database.has("a")).isFalse();
		await().untilAsserted(() -> assertThat(this.database.advisoryLocks()).isZero());
	}

	private PGSimpleDataSource dataSource(Pooler pooler) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(pooler.url(this.database));
		return dataSource;
	}

	private HikariDataSource pool(Pooler pooler, int size) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(pooler.url(this.database));
		pool.setMaximumPoolSize(size);
		return pool;
	}

	private Migrator migrator(DataSource dataSource) {
		return Migrator.builder(dataSource)
			.locations(this.revisions.location())
			.lockWait(Duration.ofMinutes(1))
			.build();
	}

}
