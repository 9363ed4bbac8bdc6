package dev.migrator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.execution.LockNotAcquiredException;
import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.result.MigrationResult;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Several migrators at the same database.
 */
@Tag("server")
class ConcurrencyTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private MigratorBuilder builder;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		this.builder = Migrator.builder(this.database.dataSource()).locations(this.revisions.location());
	}

	@Test
	void ofManyStartersOnAnEmptyDatabaseEachRevisionIsRunByOne() throws Exception {
		this.revisions.add("r0", "create table r0 ();");
		for (int i = 1; i < 20; i++) {
			this.revisions.add("r%d <- r%d".formatted(i, i - 1), "create table r%d ();".formatted(i));
		}

		List<MigrationResult> results = simultaneously(16, () -> this.builder.build().upgrade());

		assertThat(results).allSatisfy((result) -> assertThat(result.to()).containsExactly("r19"));
		assertThat(this.database.history()).hasSize(20).doesNotHaveDuplicates();
	}

	@Test
	void concurrentIndexIsNotHeldUpByThoseWhoWait() throws Exception {
		this.revisions.add("a", "create table t (id int);")
			.addWithoutTransaction("b <- a", "create index concurrently i on t (id);");

		simultaneously(8, () -> this.builder.build().upgrade());

		assertThat(this.database.value("select indisvalid from pg_index where indexrelid = 'i'::regclass"))
			.isEqualTo("t");
	}

	@Test
	void waitingInVainNamesTheHolder() throws Exception {
		this.revisions.add("a", "create table a ();");
		long key = new AdvisoryLock("public", "migrator_version").key();
		PGSimpleDataSource theHolders = this.database.newDataSource();
		theHolders.setApplicationName("the holder");
		try (Connection holder = theHolders.getConnection(); Statement statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + key + ")");

			assertThatExceptionOfType(LockNotAcquiredException.class)
				.isThrownBy(() -> this.builder.lockWait(Duration.ofMillis(200)).build().upgrade())
				.satisfies((ex) -> {
					assertThat(ex.description()).contains("advisory lock " + key, "waited 200 ms",
							"of postgres (the holder)", ", connected since ", ", idle for ");
					assertThat(ex.action()).contains("migrator.lock.wait", "pg_terminate_backend");
				});
		}
		assertThat(this.database.has("a")).isFalse();
	}

	@Test
	void lockOfAHolderThatDiesIsFreeAgain() throws Exception {
		this.revisions.add("a", "create table a ();");
		long key = new AdvisoryLock("public", "migrator_version").key();
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try (Connection holder = this.database.dataSource().getConnection();
				Statement statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + key + ")");
			PGSimpleDataSource theWaiters = this.database.newDataSource();
			theWaiters.setApplicationName("the waiter");
			Migrator migrator = Migrator.builder(theWaiters).locations(this.revisions.location()).build();
			Future<MigrationResult> waiter = executor.submit(() -> migrator.upgrade());
			Awaitility.await().until(() -> "1".equals(this.database.value("""
					select count(*) from pg_stat_activity where datname = current_database()
					    and application_name = 'the waiter' and backend_start < now() - interval '100 ms'""")));
			assertThat(waiter).isNotDone();

			this.database
				.value("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted "
						+ "and database = (select oid from pg_database where datname = current_database())");

			assertThat(waiter.get(30, TimeUnit.SECONDS).to()).containsExactly("a");
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void migratorsWithDifferentTablesDoNotWaitForEachOther() throws Exception {
		this.revisions.add("a", "create table if not exists a ();");
		long key = new AdvisoryLock("public", "billing_version").key();
		try (Connection holder = this.database.dataSource().getConnection();
				Statement statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + key + ")");

			this.builder.lockWait(Duration.ZERO).build().upgrade();
		}
		this.builder.versionTable("billing_version").historyTable("billing_history").build().upgrade();

		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.column("select version_num from billing_version")).containsExactly("a");
	}

	@Test
	void migratorsWithDifferentVersionTablesMayCreateTheSameSchemaAndHistoryTogether() throws Exception {
		this.revisions.add("a", "select 1");
		AtomicInteger number = new AtomicInteger();

		simultaneously(8,
				() -> Migrator.builder(this.database.dataSource())
					.locations(this.revisions.location())
					.schema("shared")
					.versionTable("version_" + number.incrementAndGet())
					.build()
					.upgrade());

		assertThat(this.database.value("select count(*) from shared.migrator_history")).isEqualTo("8");
	}

	@Test
	void poolOfOneConnectionIsEnough() {
		this.revisions.add("a", "create table a ();").addWithoutTransaction("b <- a", "vacuum;");
		try (HikariDataSource pool = this.database.newPool()) {
			pool.setMaximumPoolSize(1);
			Migrator migrator = Migrator.builder(pool).locations(this.revisions.location()).build();

			migrator.upgrade();

			assertThat(migrator.status().current()).containsExactly("b");
			assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
		}
	}

	@Test
	void dataChangeOfAJavaRevisionWorksOnTheOneConnectionOfThePool() {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(this.database.fullUrl());
			pool.setMaximumPoolSize(1);

			Migrator.builder(pool).locations(this.revisions.location()).javaRevisions(new CountUp()).build().upgrade();
		}
		assertThat(this.database.column("select n from counted order by n")).containsExactly("1", "2");
		assertThat(this.database.versionRows()).containsExactly("counts");
	}

	@Test
	void waitingForAnotherProcessEndsWhenItHasDoneIt() throws Exception {
		this.revisions.add("a", "create table a ();");
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			Future<?> waiter = executor.submit(() -> this.builder.build().await());
			assertThat(waiter).isNotDone();

			this.builder.build().upgrade();

			waiter.get(30, TimeUnit.SECONDS);
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void waitingForAnotherProcessThatDoesNotComeIsRefused() {
		this.revisions.add("a", "create table a ();").add("b <- a", "create table b ();");

		assertThatExceptionOfType(PendingRevisionsException.class)
			.isThrownBy(() -> this.builder.lockWait(Duration.ofMillis(100)).build().await())
			.satisfies((ex) -> {
				assertThat(ex.description()).isEqualTo("""
						The database is at base, and 2 revisions are pending: a, b
						Waited 100 ms for another process to apply what is pending.""");
				assertThat(ex.pending()).containsExactly("a", "b");
			});
	}

	private static <T> List<T> simultaneously(int count, java.util.concurrent.Callable<T> work) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(count);
		CountDownLatch start = new CountDownLatch(1);
		try {
			List<Future<T>> futures = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				futures.add(executor.submit(() -> {
					start.await();
					return work.call();
				}));
			}
			start.countDown();
			List<T> results = new ArrayList<>();
			for (Future<T> future : futures) {
				results.add(future.get(60, TimeUnit.SECONDS));
			}
			return results;
		}
		finally {
			executor.shutdownNow();
		}
	}

	@RevisionScript(revision = "counts", message = "count up")
	static class CountUp implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
			op.execute("create table counted (n int)");
			op.data("count up", (jdbc) -> {
				jdbc.sql("insert into counted values (1)").update();
				jdbc.sql("insert into counted select max(n) + 1 from counted").update();
			});
		}

	}

}
