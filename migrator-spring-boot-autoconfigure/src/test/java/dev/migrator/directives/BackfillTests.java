package dev.migrator.directives;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.migrator.Migrator;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.result.MigrationResult;
import dev.migrator.script.BackfillDefinition;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Backfills of tables that are large, in use, or left half-way.
 */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class BackfillTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

	@AfterEach
	void close() {
		this.executor.shutdownNow();
	}

	@Test
	void fillsInBatchesThatAreCommittedByThemselves(CapturedOutput output) {
		logs("id bigint primary key");

		migrator(100, Duration.ZERO).upgrade();

		assertThat(this.database.value("select count(*) from logs where volume = sets * 2")).isEqualTo("1000");
		assertThat(this.database.value("select count(distinct xmin::text) from logs")).isEqualTo("10");
		assertThat(output).contains("backfill of logs: 1000 rows");
		assertThat(this.database.history()).containsExactly("upgrade a done");
	}

	@Test
	void keyMayHaveSeveralColumnsOfAnyType() {
		this.database.execute("create table \"Logs\" (\"a b\" text, at timestamptz, u uuid, sets int, volume int, "
				+ "primary key (u, at, \"a b\"))");
		this.database.execute("insert into \"Logs\" select 'it''s ' || n, now() - n * interval '1 s', "
				+ "md5((n % 7)::text)::uuid, n from generate_series(1, 500) n");

		Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(LambdaRevision.withoutTransaction((op) -> op.backfill("Logs",
					(b) -> b.set("volume = sets").where("volume IS NULL -- to do").batch(7)))))
			.build()
			.upgrade();

		assertThat(this.database.value("select count(*) from \"Logs\" where volume = sets")).isEqualTo("500");
	}

	@Test
	void killedHalfWayItGoesOnWithTheRowsThatAreLeft() throws Exception {
		logs("id bigint primary key");
		Future<MigrationResult> run = this.executor.submit(() -> migrator(100, Duration.ofSeconds(1)).upgrade());
		await().until(() -> Integer.parseInt(done()) >= 300);
		this.database.terminate("backfill");
		await().until(run::isDone);
		int before = Integer.parseInt(done());
		assertThat(before).isBetween(300, 900);
		String first = String.valueOf(this.database.value("select xmin::text from logs where id = 1"));

		migrator(100, Duration.ZERO).upgrade();

		assertThat(done()).isEqualTo("1000");
		assertThat(this.database.value("select xmin::text from logs where id = 1")).isEqualTo(first);
		assertThat(this.database.history()).containsExactly("upgrade a done");
	}

	@Test
	void batchThatDoesNotGetItsLockIsTriedAgain() throws Exception {
		logs("id bigint primary key");
		try (Connection other = this.database.newDataSource().getConnection();
				Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("update logs set sets = 0 where id = 500");
			Future<MigrationResult> run = this.executor.submit(() -> migrator(100, Duration.ZERO).upgrade());
			await().until(this::pausesAfterAFailedTry);
			other.commit();
			run.get();
		}

		assertThat(done()).isEqualTo("1000");
	}

	@Test
	void batchThatNeverGetsItsLockFailsAfterItsRetries() throws Exception {
		logs("id bigint primary key");
		try (Connection other = this.database.newDataSource().getConnection();
				Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("update logs set sets = 0 where id = 500");

			assertThatExceptionOfType(ScriptFailedException.class)
				.isThrownBy(() -> Migrator.builder(this.database.dataSource())
					.locations(List.of())
					.lockRetries(0)
					.javaRevisions(List.of(LambdaRevision.withoutTransaction((op) -> op.backfill("logs",
							(b) -> fill(b).batch(100).lockTimeout(Duration.ofMillis(20)).retries(2)))))
					.build()
					.upgrade())
				.withMessageContaining("canceling statement due to lock timeout");
		}
		assertThat(done()).isEqualTo("400");
	}

	@Test
	void tableWithoutPrimaryKeyIsRefused() {
		logs("id bigint");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator(100, Duration.ZERO).upgrade())
			.withMessageContaining("backfill: the table logs has no primary key");
	}

	@Test
	void rowThatStaysToBeDoneIsNotDoneForever() {
		logs("id bigint primary key");
		this.database.execute("update logs set sets = null where id = 7");

		migrator(10, Duration.ZERO).upgrade();

		assertThat(done()).isEqualTo("999");
	}

	private boolean pausesAfterAFailedTry() {
		return done().equals("400") && !this.database
			.column("select pid from pg_stat_activity where wait_event = 'PgSleep' and query like '%backfill%'")
			.isEmpty();
	}

	private void logs(String key) {
		this.database.execute("create table logs (" + key + ", sets int, volume int)");
		this.database.execute("insert into logs select n, n from generate_series(1, 1000) n");
	}

	private String done() {
		return String.valueOf(this.database.value("select count(*) from logs where volume is not null"));
	}

	private Migrator migrator(int batch, Duration pause) {
		return Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(LambdaRevision.withoutTransaction((op) -> op.backfill("logs",
					(b) -> fill(b).batch(batch).pause(pause).lockTimeout(Duration.ofMillis(100))))))
			.build();
	}

	private static BackfillDefinition fill(BackfillDefinition backfill) {
		return backfill.set("volume = sets * 2").where("volume IS NULL");
	}

}
