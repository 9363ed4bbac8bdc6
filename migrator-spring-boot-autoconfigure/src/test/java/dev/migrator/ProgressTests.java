package dev.migrator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.execution.ProgressPace;
import dev.migrator.execution.StepListener;
import dev.migrator.execution.StepProgress;
import dev.migrator.internal.dialect.connection.ServerActivity;
import dev.migrator.result.MigrationResult;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is said while a run takes long.
 */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class ProgressTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

	private final List<StepProgress> told = new CopyOnWriteArrayList<>();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.database.execute("create table t as select n from generate_series(1, 10000) n");
		this.revisions = Revisions.in(folder).add("a", "create table a ();");
	}

	@AfterEach
	void close() {
		this.executor.shutdownNow();
	}

	@Test
	void stepsAreNumberedIfThereAreSeveral(CapturedOutput output) {
		this.revisions.add("b <- a", "create table b ();").add("c <- b", "create table c ();");

		migrator().upgrade("a");
		migrator().upgrade();

		assertThat(output.getOut().lines().filter((line) -> line.contains("Running upgrade"))).satisfiesExactly(
				(line) -> assertThat(line).endsWith("Running upgrade <base> -> a, make a"),
				(line) -> assertThat(line).endsWith("Running upgrade a -> b, make b (1 of 2)"),
				(line) -> assertThat(line).endsWith("Running upgrade b -> c, make c (2 of 2)"));
		assertThat(this.told).extracting((progress) -> progress.number() + " of " + progress.of())
			.containsExactly("1 of 1", "1 of 2", "2 of 2");
		assertThat(this.told).allSatisfy((progress) -> assertThat(progress.server()).isNull());
	}

	@Test
	void indexThatIsBuiltForLongShowsItsPhaseAndHowMuchOfItIsDone(CapturedOutput output) throws Exception {
		// In the middle of the table it waits for the test.
		this.database.execute("""
				create function halting(n int) returns int immutable language plpgsql as $$
				begin
				    if n = 5000 then perform pg_advisory_xact_lock(42); end if;
				    return n;
				end $$""");
		this.revisions.add("b <- a", "create index t_n on t (halting(n));");
		try (Connection holder = this.database.dataSource().getConnection();
				Statement statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(42)");
			Future<MigrationResult> run = this.executor.submit(() -> migrator().upgrade());
			await().until(() -> said(output, "CREATE INDEX: building index: scanning table, "));
			statement.execute("select pg_advisory_unlock(42)");
			run.get(30, TimeUnit.SECONDS);
		}

		assertThat(output)
			.containsPattern("Still running upgrade b \\(2 of 2\\), for [\\d.]+ m?s: CREATE INDEX: building index: "
					+ "scanning table, [3-6]\\d %");
		assertThat(activities()).anySatisfy((activity) -> {
			assertThat(activity.command()).isEqualTo("CREATE INDEX");
			assertThat(activity.percent()).isBetween(30, 69);
		});
	}

	@Test
	void statementThatWaitsForALockSaysSo(CapturedOutput output) throws Exception {
		this.revisions.add("b <- a", "alter table t add name text;");
		try (Connection reader = this.database.dataSource().getConnection();
				Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("select * from t");
			Future<MigrationResult> run = this.executor.submit(() -> migrator().upgrade());
			await().until(() -> said(output, "Still running upgrade b (2 of 2), for "));
			reader.commit();
			run.get(30, TimeUnit.SECONDS);
		}

		assertThat(output).containsPattern("Still running upgrade b \\(2 of 2\\), for [\\d.]+ m?s: Lock relation");
		assertThat(output).contains("Waiting for process ");
	}

	@Test
	void statementWithoutProgressOfItsOwnSaysWhatItWaitsFor(CapturedOutput output) throws Exception {
		this.revisions.add("b <- a", "create table b (); select pg_sleep(300);");
		Future<MigrationResult> run = this.executor.submit(() -> migrator().upgrade());

		await().until(() -> said(output, "Timeout PgSleep"));
		this.database.terminate("pg_sleep(300)");

		await().until(run::isDone);
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void listenerThatFailsWhileTheServerWorksEndsNothing(CapturedOutput output) throws Exception {
		this.revisions.add("b <- a", "alter table t add name text;");
		StepListener failing = new StepListener() {

			@Override
			public void progress(StepProgress progress) {
				if (progress.server() != null) {
					throw new IllegalStateException("terminal is gone");
				}
			}

		};
		try (Connection reader = this.database.dataSource().getConnection();
				Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("select * from t");
			Future<MigrationResult> run = this.executor
				.submit(() -> builder(this.database.dataSource()).listeners(List.of(failing)).build().upgrade());
			await().until(() -> output.getOut().split("Still running upgrade b").length > 2);
			reader.commit();

			assertThat(run.get(30, TimeUnit.SECONDS).to()).containsExactly("b");
		}
	}

	@Test
	void poolOfOneConnectionShowsTheStepsAndNoMore() {
		this.revisions.add("b <- a", "select pg_sleep(0.7);");
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(this.database.dataSource());
			pool.setMaximumPoolSize(1);
			pool.setConnectionTimeout(250);

			builder(pool).build().upgrade();
		}

		assertThat(this.told).extracting(StepProgress::number).containsExactly(1, 2);
		assertThat(activities()).isEmpty();
		assertThat(this.database.versionRows()).containsExactly("b");
	}

	private static boolean said(CapturedOutput output, String text) {
		return output.getOut().contains(text);
	}

	private List<ServerActivity> activities() {
		return this.told.stream().map(StepProgress::server).filter(Objects::nonNull).toList();
	}

	private Migrator migrator() {
		return builder(this.database.dataSource()).build();
	}

	private MigratorBuilder builder(DataSource dataSource) {
		return Migrator.builder(dataSource)
			.locations(this.revisions.location())
			.lockTimeout(Duration.ofMinutes(1))
			.progressPace(new ProgressPace(Duration.ofMillis(50), Duration.ofMillis(50)))
			.listeners(List.of(new StepListener() {

				@Override
				public void progress(StepProgress progress) {
					ProgressTests.this.told.add(progress);
				}

			}));
	}

}
