package dev.migrator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.migrator.execution.InvalidIndexException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.result.Finding;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * INVALID indexes that builds leave which were broken off.
 */
@Tag("server")
@Tag("oldest")
@ExtendWith(OutputCaptureExtension.class)
class InvalidIndexTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private MigratorBuilder builder;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("a", "create table t (id int primary key, v text); create index i on t (v); create table other ();");
		this.builder = Migrator.builder(this.database.dataSource())
			.locations(this.revisions.location())
			.concurrentWait(Duration.ofMillis(200))
			.lockRetries(0);
		migrator().upgrade();
	}

	@ParameterizedTest
	@ValueSource(strings = { "row exclusive", "access share" })
	void thatAReindexLeftAreDroppedWhenItGoesOn(String lock, CapturedOutput output) throws SQLException {
		this.revisions.addWithoutTransaction("b <- a", "select 1; reindex table concurrently t;");
		String left = lock.equals("access share") ? "public.i_ccold" : "public.i_ccnew";
		try (Connection inTheWay = this.database.newDataSource().getConnection();
				Statement statement = inTheWay.createStatement()) {
			inTheWay.setAutoCommit(false);
			statement.execute("lock table t in " + lock + " mode");
			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade())
					.satisfies((ex) -> assertThat(ex.action()).containsSubsequence(
							"1 of its 2 statements were completed",
							"It left INVALID indexes behind, which the next start drops before it rebuilds: ", left));
			}
		}
		assertThat(invalid()).isNotEmpty().allMatch((name) -> name.matches(".*_cc(new|old)"));

		migrator().upgrade();

		assertThat(invalid()).isEmpty();
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(output)
			.contains("Dropping the INVALID index %s, which an interrupted run of revision b left".formatted(left));
	}

	@Test
	void thatATryOfTheSameRunLeftAreDroppedBeforeTheNext(CapturedOutput output) throws SQLException {
		this.revisions.addWithoutTransaction("b <- a", "reindex (concurrently) table t;");
		try (Connection inTheWay = this.database.newDataSource().getConnection();
				Statement statement = inTheWay.createStatement()) {
			inTheWay.setAutoCommit(false);
			statement.execute("insert into t values (1)");
			CompletableFuture<?> upgrade = CompletableFuture
				.runAsync(() -> this.builder.lockRetries(1000).build().upgrade());
			await().until(() -> output.getOut().split("Dropping the INVALID index public.i_ccnew,").length > 2);
			inTheWay.rollback();
			upgrade.join();
		}
		assertThat(invalid()).isEmpty();
	}

	@Test
	void thatAnotherStatementLeftAreNamedAndNotDropped(CapturedOutput output) throws SQLException {
		breakOff("reindex index concurrently t_pkey");
		this.revisions.addWithoutTransaction("b <- a", "reindex index concurrently i; select 1 / 0;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade());
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade());

		assertThat(output).contains("There are INVALID indexes, left by interrupted statements: public.t_pkey_ccnew. "
				+ "Drop them: DROP INDEX CONCURRENTLY IF EXISTS public.t_pkey_ccnew;");
		assertThat(invalid()).containsExactly("t_pkey_ccnew");
	}

	@Test
	void thatTheRoleMayNotDropAreLeftToASuperuser(CapturedOutput output) throws SQLException {
		this.database
			.execute("do $$ begin create role migrator_guest; exception when duplicate_object then null; end $$");
		this.database.execute("alter table t owner to migrator_guest");
		this.revisions.addWithoutTransaction("b <- a", "set role migrator_guest; reindex table concurrently t;");
		try (Connection inTheWay = this.database.newDataSource().getConnection();
				Statement statement = inTheWay.createStatement()) {
			inTheWay.setAutoCommit(false);
			statement.execute("insert into t values (1)");
			assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade());
		}

		migrator().upgrade();

		assertThat(invalid()).singleElement().asString().startsWith("pg_toast_");
		assertThat(output).containsPattern("Drop them \\(only a superuser can drop indexes of other roles and "
				+ "of TOAST tables\\): DROP INDEX CONCURRENTLY IF EXISTS pg_toast.pg_toast_\\d+_index_ccnew;");
		this.database.execute("alter table t owner to current_user");
	}

	@Test
	void thatSomebodyBuildsRightNowIsNotDropped() throws SQLException {
		this.revisions.addWithoutTransaction("b <- a", "create index concurrently j on t (id);");
		try (Connection inTheWay = this.database.newDataSource().getConnection();
				Statement statement = inTheWay.createStatement()) {
			inTheWay.setAutoCommit(false);
			statement.execute("insert into t values (1)");
			assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade());
		}
		this.database.execute("drop index j");
		CompletableFuture<?> building;
		try (Connection inTheWay = this.database.newDataSource().getConnection();
				Statement statement = inTheWay.createStatement()) {
			inTheWay.setAutoCommit(false);
			statement.execute("insert into t values (1)");
			building = CompletableFuture.runAsync(() -> this.database.execute("create index concurrently j on t (id)"));
			await().until(() -> invalid().contains("j"));

			assertThatExceptionOfType(InvalidIndexException.class).isThrownBy(() -> migrator().upgrade())
				.withMessageContaining("another session is building it now")
				.withMessageContaining("Then start again.");
			assertThat(migrator().checkRevisions()).extracting(Finding::kind).containsExactly(Finding.Kind.HALF_DONE);
		}
		building.join();
		assertThat(invalid()).isEmpty();
	}

	@Test
	void areFoundByTheCheck() throws SQLException {
		assertThat(migrator().checkRevisions()).isEmpty();
		breakOff("create index concurrently j on t (id)");
		breakOff("reindex index concurrently i");

		assertThat(migrator().checkRevisions()).singleElement().satisfies((finding) -> {
			assertThat(finding.kind()).isEqualTo(Finding.Kind.INVALID_INDEX);
			assertThat(finding.description()).contains("INVALID indexes", ": public.i_ccnew, public.j.");
			assertThat(finding.action()).isEqualTo("""
					Drop them, and build the missing indexes again:
					  DROP INDEX CONCURRENTLY IF EXISTS public.i_ccnew;
					  DROP INDEX CONCURRENTLY IF EXISTS public.j;""");
		});
	}

	@Test
	void ofAPartitionedTableAreFoundByTheCheck() {
		this.database.execute("""
				create table p (id int) partition by range (id);
				create table p1 partition of p for values from (0) to (10);
				create index pi on only p (id)""");

		assertThat(migrator().checkRevisions()).singleElement().satisfies((finding) -> {
			assertThat(finding.kind()).isEqualTo(Finding.Kind.INVALID_INDEX);
			assertThat(finding.description()).contains("until each partition has one", ": public.pi.");
			assertThat(finding.action()).contains("ALTER INDEX public.pi ATTACH PARTITION");
		});
	}

	private void breakOff(String build) throws SQLException {
		try (Connection inTheWay = this.database.newDataSource().getConnection();
				Statement statement = inTheWay.createStatement();
				Connection impatient = this.database.newDataSource().getConnection();
				Statement brokenOff = impatient.createStatement()) {
			inTheWay.setAutoCommit(false);
			statement.execute("insert into t values (1)");
			brokenOff.execute("set lock_timeout = 200");
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> brokenOff.execute(build));
		}
	}

	private List<@Nullable String> invalid() {
		return this.database.column("select relname from pg_index join pg_class on oid = indexrelid "
				+ "where not indisvalid and relkind = 'i' order by 1");
	}

	private Migrator migrator() {
		return this.builder.build();
	}

}
