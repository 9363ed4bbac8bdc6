package dev.migrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.Seeded;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.internal.script.text.InvalidScriptException;
import dev.migrator.result.MigrationStatus;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.result.SeedResult;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What seed scripts do, once per checksum.
 */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class SeedTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Path seeds;

	private Revisions revisions;

	private Migrator migrator;

	@BeforeEach
	void setUp(@TempDir Path folder) throws IOException {
		this.seeds = Files.createDirectory(folder.resolve("seed"));
		this.revisions = Revisions.in(Files.createDirectory(folder.resolve("revisions")))
			.add("a", "create table t (id int primary key, name text);", "drop table t;");
		this.migrator = builder().build();
	}

	@Test
	void scriptsRunOnceInTheOrderOfTheirPaths(CapturedOutput output) {
		seed("b.sql", "insert into t select 2, name from t where id = 1;");
		seed("a.sql", "insert into t values (1, 'squat');");
		seed("c/d.SQL", "insert into t select 3, name from t where id = 2;");
		this.migrator.upgrade();

		SeedResult first = this.migrator.seed();
		SeedResult second = this.migrator.seed();

		assertThat(first.seeded()).extracting(Seeded::script).containsExactly("a.sql", "b.sql", "c/d.SQL");
		assertThat(first.skipped()).isEmpty();
		assertThat(second.seeded()).isEmpty();
		assertThat(second.skipped()).containsExactly("a.sql", "b.sql", "c/d.SQL");
		assertThat(this.database.column("select name from t")).containsExactly("squat", "squat", "squat");
		assertThat(this.database.history()).containsExactly("upgrade a done", "seed a.sql done", "seed b.sql done",
				"seed c/d.SQL done");
		assertThat(this.database.value("select count(*) from migrator_history where direction = 'seed' "
				+ "and duration >= interval '0' and checksum ~ '^[0-9a-f]{64}$' and script like 'file:%/seed/%'"))
			.isEqualTo("3");
		assertThat(output).containsSubsequence("Running seed a.sql", "Finished seed a.sql in ", "Running seed b.sql",
				"Ran 3 seed scripts in ", "Nothing to seed: all of the seed scripts had been run before");
	}

	@Test
	void editedScriptRunsAgainAndSoDoesOneThatWasPutBack(CapturedOutput output) {
		seed("a.sql", "insert into t values (1, 'squat') on conflict (id) do update set name = excluded.name;");
		seed("b.sql", "insert into t values (2, 'bench');");
		this.migrator.upgrade();
		this.migrator.seed();
		seed("a.sql", "insert into t values (1, 'lunge') on conflict (id) do update set name = excluded.name;");

		SeedResult edited = this.migrator.seed();
		assertThat(this.database.value("select name from t where id = 1")).isEqualTo("lunge");
		seed("a.sql", "insert into t values (1, 'squat') on conflict (id) do update set name = excluded.name;");
		this.migrator.seed();

		assertThat(edited.seeded()).extracting(Seeded::script).containsExactly("a.sql");
		assertThat(edited.skipped()).containsExactly("b.sql");
		assertThat(this.database.value("select name from t where id = 1")).isEqualTo("squat");
		assertThat(this.migrator.seed().seeded()).isEmpty();
		assertThat(output).containsPattern("Ran 1 seed script in \\d+ ms; 1 had been run before");
	}

	@Test
	void lineEndsAndByteOrderMarkAreNoEdit() {
		seed("a.sql", "insert into t\nvalues (1, 'squat');\n");
		this.migrator.upgrade();
		this.migrator.seed();
		seed("a.sql", "\uFEFFinsert into t\r\nvalues (1, 'squat');\r\n\r\n");

		assertThat(this.migrator.seed().seeded()).isEmpty();
	}

	@Test
	void byteOrderMarkAndCopyDataAreReadAsPsqlDoes() {
		seed("a.sql",
				"\uFEFFcopy t from stdin;\n1\tKniebeuge\n2\tЖим\n\\.\nupdate t set name = upper(name) where id = 2;");
		this.migrator.upgrade();

		this.migrator.seed();

		assertThat(this.database.column("select name from t order by id")).containsExactly("Kniebeuge", "ЖИМ");
	}

	@Test
	void failureKeepsNothingOfItsScriptAndAllOfThoseBefore() {
		seed("a.sql", "insert into t values (1, 'squat');");
		seed("b.sql", "insert into t values (2, 'bench');\n\ninsert into t\n    values (1, 'again');");
		this.migrator.upgrade();

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this.migrator::seed).satisfies((ex) -> {
			assertThat(ex.description())
				.startsWith("Seed b.sql (" + location() + "/b.sql) failed in statement 2 of 2, "
						+ "line 3:\n\n    insert into t\n        values (1, 'again')\n\n  duplicate key value violates")
				.contains("(SQLSTATE 23505)");
			assertThat(ex.action()).isEqualTo(
					"Nothing of this seed script was kept; those before it were. Fix the rows, or the script, and seed again.");
			assertThat(ex.line()).isEqualTo(3);
			assertThat(ex.revision()).isEqualTo("b.sql");
		});
		assertThat(this.database.column("select name from t")).containsExactly("squat");
		assertThat(this.database.history()).containsExactly("upgrade a done", "seed a.sql done");
		seed("b.sql", "insert into t values (2, 'bench');");

		assertThat(this.migrator.seed().skipped()).containsExactly("a.sql");
		assertThat(this.database.column("select name from t order by id")).containsExactly("squat", "bench");
	}

	@Test
	void eachScriptIsItsOwnTransactionEvenIfAnUpgradeIsOne() {
		seed("a.sql", "insert into t values (1, 'squat');");
		seed("b.sql", "select 1/0;");
		Migrator single = builder().transaction(TransactionMode.SINGLE).build();
		single.upgrade();

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(single::seed);

		assertThat(this.database.column("select name from t")).containsExactly("squat");
	}

	@Test
	void whatASeedSetsDoesNotReachTheNext() {
		seed("a.sql", "set search_path = pg_catalog; create temp table scratch ();");
		seed("b.sql", "insert into t select 1, coalesce(to_regclass('scratch')::text, 'nothing');");
		this.migrator.upgrade();

		this.migrator.seed();

		assertThat(this.database.value("select name from t")).isEqualTo("nothing");
	}

	@Test
	void nothingIsSeededWhileRevisionsArePending() {
		seed("a.sql", "insert into t values (1, 'squat');");

		assertThatExceptionOfType(PendingRevisionsException.class).isThrownBy(this.migrator::seed).satisfies((ex) -> {
			assertThat(ex.description()).isEqualTo("The database is at base, and 1 revision is pending: a");
			assertThat(ex.action())
				.isEqualTo("Seed scripts are run when nothing is pending: upgrade the database first, then seed.");
		});
		assertThat(this.database.has("migrator_history")).isFalse();
	}

	@Test
	void pendingIsWhatTheConfiguredTargetMisses() {
		this.revisions.add("b <- a", "drop table t;");
		seed("a.sql", "insert into t values (1, 'squat');");
		Migrator upToA = builder().target("a").build();
		upToA.upgrade();

		assertThat(upToA.seed().seeded()).hasSize(1);
	}

	@Test
	void applicationWithoutRevisionsMayHaveSeeds(@TempDir Path empty) {
		seed("a.sql", "create table made ();");
		Migrator withoutRevisions = Migrator.builder(this.database.dataSource())
			.locations("file:" + empty)
			.seedLocations(List.of(location()))
			.build();

		withoutRevisions.seed();

		assertThat(this.database.has("made")).isTrue();
		assertThat(withoutRevisions.seed().seeded()).isEmpty();
		assertThat(this.database.history()).containsExactly("seed a.sql done");
	}

	@Test
	void missingAndEmptyFoldersAreSaidToBeSo(CapturedOutput output) {
		this.migrator.upgrade();

		SeedResult result = builder().seedLocations(List.of(location(), "classpath:no/seeds")).build().seed();

		assertThat(result.seeded()).isEmpty();
		assertThat(result.skipped()).isEmpty();
		assertThat(output).contains("There are no seed scripts at classpath:no/seeds: there is no such folder")
			.contains("There are no seed scripts at " + location() + ": no file in it ends in .sql");
	}

	@Test
	void nothingToDoTakesNoLock() throws Exception {
		seed("a.sql", "insert into t values (1, 'squat');");
		this.migrator.upgrade();
		this.migrator.seed();
		try (Connection holder = this.database.dataSource().getConnection();
				Statement statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + new AdvisoryLock("public", "migrator_version").key() + ")");

			assertThat(builder().lockWait(Duration.ZERO).build().seed().skipped()).containsExactly("a.sql");
		}
	}

	@Test
	void whoWaitedForTheLockDoesNotSeedAgain(CapturedOutput output) throws Exception {
		seed("a.sql", "insert into t values (1, 'squat');");
		this.migrator.upgrade();
		ExecutorService executor = Executors.newFixedThreadPool(2);
		try (Connection reader = this.database.dataSource().getConnection();
				Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("lock table t");
			Future<SeedResult> one = executor.submit(() -> builder().lockTimeout(Duration.ZERO).build().seed());
			await().until(() -> output.getOut().contains("Running seed a.sql"));
			Future<SeedResult> two = executor.submit(() -> builder().build().seed());
			await().until(() -> output.getOut().contains("for another migrator"));
			reader.commit();

			assertThat(one.get(30, TimeUnit.SECONDS).seeded()).hasSize(1);
			assertThat(two.get(30, TimeUnit.SECONDS).skipped()).containsExactly("a.sql");
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(this.database.column("select name from t")).containsExactly("squat");
	}

	@Test
	void lockThatIsNotToBeHadIsTriedAgain(CapturedOutput output) throws Exception {
		seed("a.sql", "insert into t values (1, 'squat');");
		this.migrator.upgrade();
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try (Connection reader = this.database.dataSource().getConnection();
				Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("lock table t");
			Future<SeedResult> run = executor
				.submit(() -> builder().lockTimeout(Duration.ofMillis(100)).lockRetries(100).build().seed());
			await().until(() -> output.getOut().contains("trying again in "));
			reader.commit();

			assertThat(run.get(30, TimeUnit.SECONDS).seeded()).hasSize(1);
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(output)
			.contains("Seed a.sql: canceling statement due to lock timeout (SQLSTATE 55P03); rolled back");
	}

	@Test
	void whatCannotRunInATransactionIsRefusedBeforeAnythingRuns() {
		seed("a.sql", "insert into t values (1, 'squat');");
		seed("b.sql", "\\connect other\n");
		seed("c.sql", "begin;\ninsert into t values (2, 'bench');\ncommit;");
		seed("d.sql", "vacuum t;");
		this.migrator.upgrade();

		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(this.migrator::seed)
			.satisfies((ex) -> assertThat(ex.description())
				.startsWith("There are 4 places in seed scripts that cannot be run as they are written:")
				.contains("/b.sql:1: ", "/c.sql:1: ", "/c.sql:3: ", "/d.sql:1: ")
				.doesNotContain("transaction: none"))
			.satisfies((ex) -> assertThat(ex.problems().get(3).remedy())
				.isEqualTo("a seed script runs in a transaction, so do this in a revision"));
		assertThat(this.database.value("select count(*) from t")).isEqualTo("0");
	}

	@Test
	void revisionAmongTheSeedsIsRefused() {
		seed("a.sql", "-- revision: b\n-- migrator:upgrade\ncreate table x ();\n-- migrator:downgrade\ndrop table x;");

		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(this.migrator::seed)
			.withMessageContaining("There are 2 problems in the seed scripts:")
			.withMessageContaining("/a.sql:2: \"-- migrator:upgrade\" begins a section, but a seed script has none; "
					+ "remove the line, or move the script to the revisions (migrator.locations)");
	}

	@Test
	void whatIsWrittenWrongIsToldTogether() throws IOException {
		seed("a.sql", "select 'never closed");
		Files.write(this.seeds.resolve("b.sql"), new byte[] { 's', (byte) 0xFF });
		seed("x".repeat(125) + ".sql", "select 1");

		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(this.migrator::seed)
			.satisfies((ex) -> assertThat(ex.problems()).extracting((problem) -> problem.line() + " " + problem.what())
				.containsExactly("1 the string that begins in column 8 is never closed",
						"1 byte 0xFF at byte offset 1 is not UTF-8",
						"0 its path inside the location has 129 characters, but the history holds only 128"));
	}

	@Test
	void lengthOfAPathIsCountedAsTheServerCountsIt() {
		String longest = "\uD83D\uDE80".repeat(62) + "/" + "\uD83D\uDE80".repeat(61) + ".sql";
		seed(longest, "select 1");
		this.migrator.upgrade();

		assertThat(this.migrator.seed().seeded()).extracting(Seeded::script).containsExactly(longest);
		assertThat(this.migrator.seed().seeded()).isEmpty();
	}

	@Test
	void scriptsOfOnePathInTwoFoldersAreRefused(@TempDir Path other) throws IOException {
		seed("a.sql", "select 1");
		Files.writeString(other.resolve("a.sql"), "select 2");

		assertThatExceptionOfType(InvalidScriptException.class)
			.isThrownBy(() -> builder().seedLocations(List.of(location(), "file:" + other)).build().seed())
			.withMessageContaining("another seed script has the same path, \"a.sql\", in another folder");
	}

	@Test
	void seedsAreNoRevisionsToAnybodyWhoReadsTheHistory() {
		// A path can look like the id of a revision.
		this.revisions.add("b.sql <- a", "create table b ();", "drop table b;");
		seed("b.sql", "insert into t values (1, 'squat');");
		this.migrator.upgrade();
		this.migrator.seed();

		MigrationStatus status = this.migrator.status();

		assertThat(status.current()).containsExactly("b.sql");
		assertThat(status.pending()).isEmpty();
		assertThat(status.revisions()).extracting((revision) -> revision.revision() + " " + revision.state())
			.containsExactly("b.sql applied", "a applied");
		assertThat(status.revisions().get(0).script()).endsWith("b.sql.sql");
		this.migrator.validate();
		assertThat(this.migrator.upgrade().steps()).isEmpty();

		this.migrator.downgrade("a");
		assertThat(this.migrator.status().pending()).containsExactly("b.sql");
		this.migrator.stampPurged("a");
		assertThat(this.migrator.upgrade().to()).containsExactly("b.sql");
		assertThat(this.migrator.seed().skipped()).containsExactly("b.sql");
		assertThat(this.database.history()).filteredOn((line) -> String.valueOf(line).startsWith("seed"))
			.containsExactly("seed b.sql done");
	}

	private void seed(String path, String sql) {
		try {
			Path file = this.seeds.resolve(path);
			Files.createDirectories(file.getParent());
			Files.writeString(file, sql);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String location() {
		return "file:" + this.seeds;
	}

	private MigratorBuilder builder() {
		return Migrator.builder(this.database.dataSource())
			.locations(this.revisions.location())
			.seedLocations(List.of(location()));
	}

}
