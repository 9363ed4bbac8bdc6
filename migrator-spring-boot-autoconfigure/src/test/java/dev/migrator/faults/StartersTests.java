package dev.migrator.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.problem.MigratorException;
import dev.migrator.result.MigrationResult;
import dev.migrator.result.OnUnknownRevision;
import dev.migrator.result.UnknownVersionRowException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Many applications that start at the same time, of one version and of two.
 */
@Tag("server")
@Tag("strength")
class StartersTests {

	private static final int STARTERS = Strength.of(16, 100);

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("r0", "create table applied (n int); insert into applied values (0);");
	}

	@Test
	void onAnEmptyDatabaseNoneFailsAndEachRevisionIsRunOnce() throws Exception {
		for (int i = 1; i < 20; i++) {
			this.revisions.add("r%d <- r%d".formatted(i, i - 1), "insert into applied values (%d);".formatted(i));
		}

		List<MigrationResult> results = simultaneously(STARTERS, (number) -> starter(number).build().upgrade());

		assertThat(results).hasSize(STARTERS).allSatisfy((result) -> assertThat(result.to()).containsExactly("r19"));
		assertThat(this.database.column("select n from applied order by n"))
			.isEqualTo(IntStream.range(0, 20).mapToObj(Integer::toString).toList());
		assertThat(this.database.history()).hasSize(20).doesNotHaveDuplicates();
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@Test
	void onACurrentDatabaseNobodyTakesTheLockOrWrites() throws Exception {
		migrator().upgrade();
		long key = new AdvisoryLock("public", "migrator_version").key();
		try (var holder = this.database.newDataSource().getConnection(); var statement = holder.createStatement()) {
			// Whoever wanted the lock would wait for it.
			statement.execute("select pg_advisory_lock(" + key + ")");
			// Whoever wrote anything would be refused.
			statement.execute("alter database " + this.database.value("select current_database()")
					+ " set default_transaction_read_only = on");

			List<MigrationResult> results = simultaneously(STARTERS, (number) -> starter(number).build().upgrade());

			assertThat(results).hasSize(STARTERS).allSatisfy((result) -> assertThat(result.steps()).isEmpty());
		}
	}

	@Test
	void concurrentIndexIsBuiltWhileOthersWaitAndAnUnrelatedTransactionIsOpen() throws Exception {
		this.revisions.addWithoutTransaction("r1 <- r0", "create index concurrently i on applied (n);");
		this.database.execute("create table unrelated (id int)");
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try (var other = this.database.newDataSource().getConnection(); var statement = other.createStatement()) {
			other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			other.setAutoCommit(false);
			// Its snapshot is older than the index.
			statement.execute("insert into unrelated values (1)");
			Future<List<MigrationResult>> starters = executor
				.submit(() -> simultaneously(STARTERS, (number) -> starter(number).build().upgrade()));
			await().until(() -> this.database.runs("create index concurrently i"));
			await().until(() -> this.database.sessions("v.version_num") > STARTERS / 2);

			other.commit();

			assertThat(starters.get(60, TimeUnit.SECONDS))
				.allSatisfy((result) -> assertThat(result.to()).containsExactly("r1"));
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(this.database.value("select indisvalid from pg_index where indexrelid = 'i'::regclass"))
			.isEqualTo("t");
		assertThat(this.database.history()).containsExactly("upgrade r0 done", "upgrade r1 done");
	}

	@Test
	void twoServicesWithTablesOfTheirOwnMigrateAtTheSameTime(@TempDir Path billing) throws Exception {
		this.revisions.add("r1 <- r0", "select pg_sleep(600);");
		Revisions.in(billing).add("b", "create table bills ();");
		Thread slow = new Thread(() -> {
			try {
				migrator().upgrade();
			}
			catch (MigratorException ex) {
				// It is interrupted at the end of the test.
			}
		});
		slow.start();
		await().until(() -> this.database.runs("pg_sleep(600)"));

		Migrator.builder(this.database.newDataSource())
			.locations("file:" + billing)
			.versionTable("billing_version")
			.historyTable("billing_history")
			.lockWait(Duration.ZERO)
			.build()
			.upgrade();

		assertThat(this.database.column("select version_num from billing_version")).containsExactly("b");
		assertThat(this.database.versionRows()).containsExactly("r0");
		slow.interrupt();
		slow.join(60_000);
	}

	@Test
	void twoDatabasesOfOneServerDoNotWaitForEachOther() throws Exception {
		TestDatabase second = Postgres.newDatabase();
		long key = new AdvisoryLock("public", "migrator_version").key();
		try (var holder = this.database.newDataSource().getConnection(); var statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + key + ")");

			Migrator.builder(second.newDataSource())
				.locations(this.revisions.location())
				.lockWait(Duration.ZERO)
				.build()
				.upgrade();
		}
		assertThat(second.versionRows()).containsExactly("r0");
	}

	@Test
	void twoVersionsThatStartTogetherEndAtTheNewerOneWhateverTheirOrder(@TempDir Path newer) throws Exception {
		Revisions.in(newer)
			.add("r0", "create table applied (n int); insert into applied values (0);")
			.add("r1 <- r0", "insert into applied values (1);");
		int each = 8;

		List<String> ends = simultaneously(2 * each, (number) -> {
			boolean old = number % 2 == 0;
			try {
				return starter(number).locations(old ? this.revisions.location() : "file:" + newer)
					.build()
					.upgrade()
					.to()
					.toString();
			}
			catch (UnknownVersionRowException ex) {
				return "refused " + old;
			}
		});

		// An old one is refused if it comes after a new one, and nobody else is.
		assertThat(ends).isSubsetOf("[r0]", "[r1]", "refused true").contains("[r1]");
		assertThat(this.database.versionRows()).containsExactly("r1");
		assertThat(this.database.column("select n from applied order by n")).containsExactly("0", "1");
		assertThat(this.database.history()).containsExactly("upgrade r0 done", "upgrade r1 done");
	}

	@Test
	void olderVersionStartsAfterANewerOneOnlyIfSaidSoAndNeverGoesBack(@TempDir Path newer) {
		Revisions.in(newer)
			.add("r0", "create table applied (n int); insert into applied values (0);")
			.add("r1 <- r0", "insert into applied values (1);");
		Migrator.builder(this.database.newDataSource()).locations("file:" + newer).build().upgrade();

		assertThat(catchThrowable(() -> migrator().upgrade())).isInstanceOf(UnknownVersionRowException.class)
			.hasMessageContaining("r1, applied at ");
		assertThat(builder().onUnknownRevision(OnUnknownRevision.WARN).build().upgrade().steps()).isEmpty();

		assertThat(this.database.versionRows()).containsExactly("r1");
	}

	@Test
	void clockThatGoesBackDoesNotChangeTheOrderOfTheHistory() {
		this.revisions.add("r1 <- r0", "insert into applied values (1);", "delete from applied where n = 1;");
		migrator().upgrade();
		this.database.execute("update migrator_history set started = now() + interval '1 year'");
		migrator().downgrade("r0");
		this.database.execute(
				"update migrator_history set started = now() - interval '1 year' " + "where direction = 'downgrade'");

		assertThat(migrator().upgrade().steps()).hasSize(1);
		assertThat(migrator().status().pending()).isEmpty();
		assertThat(this.database.history()).containsExactly("upgrade r0 done", "upgrade r1 done", "downgrade r1 done",
				"upgrade r1 done");
	}

	/**
	 * Named, so that one can see who is who.
	 */
	private MigratorBuilder starter(int number) {
		var dataSource = this.database.newDataSource();
		dataSource.setApplicationName("starter " + number);
		return Migrator.builder(dataSource).locations(this.revisions.location()).lockWait(Duration.ofMinutes(2));
	}

	private MigratorBuilder builder() {
		return Migrator.builder(this.database.newDataSource()).locations(this.revisions.location());
	}

	private Migrator migrator() {
		return builder().build();
	}

	private static <T> List<T> simultaneously(int count, Work<T> work) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(count);
		CyclicBarrier start = new CyclicBarrier(count);
		try {
			List<Future<T>> futures = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				int number = i;
				Callable<T> starter = () -> {
					start.await();
					return work.run(number);
				};
				futures.add(executor.submit(starter));
			}
			List<T> results = new ArrayList<>();
			for (Future<T> future : futures) {
				results.add(future.get(120, TimeUnit.SECONDS));
			}
			return results;
		}
		finally {
			executor.shutdownNow();
		}
	}

	private interface Work<T> {

		T run(int number) throws Exception;

	}

}
