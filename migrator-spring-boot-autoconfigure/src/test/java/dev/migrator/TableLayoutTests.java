package dev.migrator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.migrator.actuate.MigratorHealthIndicator;
import dev.migrator.execution.HalfWay;
import dev.migrator.execution.OlderHistoryException;
import dev.migrator.execution.Resolution;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.result.MigrationHealth;
import dev.migrator.result.RevisionState;
import dev.migrator.revision.Direction;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.PrintedSql;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.ScriptRunner;
import dev.migrator.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The tables of every layout that there has been: {@code layouts/<n>.sql}. A layout that
 * comes is added there, and none is edited.
 */
@Tag("oldest")
class TableLayoutTests {

	private static final int NEWEST = 2;

	private static final String COLUMNS = """
			select attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end
			from pg_attribute where attrelid = 'migrator_history'::regclass and attnum > 0
			union all select pg_get_indexdef(indexrelid) from pg_index where indrelid = 'migrator_history'::regclass
			order by 1""";

	/** As the first version of the migrator wrote it. */
	private static final String BY_AN_OLDER_REPLICA = """
			insert into migrator_history (revision, direction, started, duration, outcome, statements, statements_done, \
			script, checksum, checksum_version, db_user, application) \
			values ('%s', '%s', now(), interval '1 ms', '%s', 3, 1, 'b.sql', null, null, current_user, null)""";

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase newest = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void addRevisions(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table t (id int)", "drop table t");
	}

	@Test
	void newestIsWhatIsCreated() {
		have(NEWEST);
		List<@Nullable String> fixture = this.database.column(COLUMNS);
		this.database.execute("drop table migrator_version, migrator_history");

		migrator().ensureVersion();

		assertThat(this.database.column(COLUMNS)).isEqualTo(fixture);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, NEWEST })
	void isReadAsItIsAndNotChangedWhereNothingIsPending(int layout) {
		have(layout);
		List<@Nullable String> before = this.database.column(COLUMNS);

		assertThat(migrator().upgrade().steps()).isEmpty();
		migrator().validate();
		assertThat(migrator().health())
			.isEqualTo(new MigrationHealth(List.of("a"), List.of("a"), List.of(), List.of()));
		assertThat(new MigratorHealthIndicator(migrator()).health().getStatus()).isEqualTo(Status.UP);
		assertThat(migrator().status().revisions()).singleElement().satisfies((revision) -> {
			assertThat(revision.state()).isEqualTo(RevisionState.APPLIED);
			assertThat(revision.appliedAt()).isEqualTo(Instant.parse("2026-01-06T08:00:00Z"));
			assertThat(revision.duration()).isEqualTo(Duration.ofMillis(12));
			assertThat(revision.appliedBy()).isEqualTo("app");
		});
		assertThat(migrator().show("a").status()).isEqualTo(migrator().status().revisions().get(0));
		assertThat(migrator().checkRevisions()).isEmpty();
		assertThat(this.database.column(COLUMNS)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, NEWEST })
	void isCompletedWhenSomethingIsPending(int layout) {
		have(layout);
		this.revisions.add("b <- a", "create table u (id int)");

		migrator().upgrade();

		assertThatItIsComplete();
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done");
		assertThat(migrator().checkRevisions()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, NEWEST })
	void isCompletedByEnsureVersion(int layout) {
		have(layout);

		migrator().ensureVersion();
		migrator().ensureVersion();

		assertThatItIsComplete();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, NEWEST })
	void isCompletedByPrintedScripts(int layout) {
		have(layout);
		this.revisions.add("b <- a", "create table u (id int)");
		String script = PrintedSql.ofUpgrade(migrator(), "a:b");

		ScriptRunner.DRIVER.run(this.database, script);

		assertThatItIsComplete();
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(migrator().checkRevisions()).isEmpty();
	}

	@Test
	void isCompletedByAPrintedEnsureVersion() {
		have(1);
		StringBuilder script = new StringBuilder();
		migrator().ensureVersionSql(script);

		ScriptRunner.DRIVER.run(this.database, script.toString());

		assertThatItIsComplete();
	}

	@Test
	void isLeftAsItIsByADryRun() {
		have(1);
		List<@Nullable String> before = this.database.column(COLUMNS);
		this.revisions.add("b <- a", "create table u (id int)");

		assertThat(migrator().tryUpgrade("heads").tried()).hasSize(1);

		assertThat(this.database.column(COLUMNS)).isEqualTo(before);
	}

	@Test
	void isCompletedBeforeARunInOneTransaction() {
		have(1);
		this.revisions.add("b <- a", "select 1/0");
		Migrator single = builder().transaction(TransactionMode.SINGLE).build();

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(single::upgrade);

		assertThatItIsComplete();
		assertThat(this.database.history()).containsExactly("upgrade a done");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, NEWEST })
	void olderReplicaWritesBesideANewerOne(int layout) {
		have(layout);
		this.revisions.add("b <- a", "create table u (id int)", "drop table u");
		migrator().upgrade();
		this.database.execute(BY_AN_OLDER_REPLICA.formatted("b", "downgrade", "done"));
		this.database.execute("update migrator_version set version_num = 'a'");
		assertThat(migrator().status().pending()).containsExactly("b");
		this.database.execute("drop table u");

		migrator().upgrade();
		this.database.execute(BY_AN_OLDER_REPLICA.formatted("b", "downgrade", "failed"));

		assertThat(migrator().status().halfWay())
			.containsExactly(new HalfWay("b", Direction.DOWNGRADE, 3, 1, false, null, "migrator downgrade b-1"));
	}

	@Test
	void halfDoneRevisionOfTheFirstLayoutIsResolved() {
		have(1);
		this.revisions.addWithoutTransaction("b <- a", "select 1; select 2; select 3");
		this.database.execute(BY_AN_OLDER_REPLICA.formatted("b", "upgrade", "running"));
		assertThat(migrator().health().halfWay()).extracting(HalfWay::statementsDone).containsExactly(1);

		migrator().resolve("b", Resolution.APPLIED);

		assertThatItIsComplete();
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(migrator().health().halfWay()).isEmpty();
	}

	@Test
	void roleThatMayNotCompleteItIsToldWhatToRun() {
		have(1);
		String role = "clerk_" + this.database.name();
		this.database.execute("create role %1$s login password 'clerk'; grant usage, create on schema public to %1$s; "
			.formatted(role) + "grant all on migrator_version, migrator_history to " + role);
		PGSimpleDataSource clerks = this.database.newDataSource();
		clerks.setUser(role);
		clerks.setPassword("clerk");
		this.revisions.add("b <- a", "create table u (id int)");
		Migrator migrator = Migrator.builder(clerks).locations(this.revisions.location()).build();
		String script = PrintedSql.ofUpgrade(migrator, "a:b");

		assertThat(migrator.health().pending()).containsExactly("b");
		assertThatExceptionOfType(OlderHistoryException.class).isThrownBy(migrator::upgrade)
			.withMessageContaining(
					"""
							The history table "public"."migrator_history" was made by an older version of the migrator, and the role \
							"%s" may not add the columns and the index that this version needs.

							Its owner, or a superuser, has to run:

							    ALTER TABLE "public"."migrator_history"
							"""
						.formatted(role))
			.satisfies((ex) -> {
				assertThatExceptionOfType(ScriptRunner.StoppedException.class)
					.isThrownBy(() -> ScriptRunner.DRIVER.run(this.database, script, "set role " + role))
					.withMessageContainingAll("may not complete it. Nothing was changed.",
							"Let its owner run: ALTER TABLE");
				this.database.execute(ex.statements());
			});
		assertThatItIsComplete();
		migrator.upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
		this.database.execute("drop owned by " + role + "; drop role " + role);
	}

	@Test
	void nobodyWaitsLongForWhoeverReadsIt() throws SQLException {
		have(1);
		this.revisions.add("b <- a", "create table u (id int)");
		Migrator hurried = builder().lockTimeout(Duration.ofMillis(50)).lockRetries(1).build();

		try (Connection reader = this.database.newDataSource().getConnection();
				Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.executeQuery("select * from migrator_history");

			assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(hurried::upgrade)
				.withMessageContainingAll("Completion of \"public\".\"migrator_history\" failed", "55P03",
						"Tried 2 times.");
			reader.rollback();
		}
		hurried.upgrade();

		assertThatItIsComplete();
	}

	private void assertThatItIsComplete() {
		this.newest.execute(sql(NEWEST));
		assertThat(this.database.column(COLUMNS)).isEqualTo(this.newest.column(COLUMNS));
		this.newest.execute("drop table migrator_version, migrator_history");
	}

	private void have(int layout) {
		this.database.execute("create table t (id int);" + sql(layout));
	}

	private static String sql(int layout) {
		try {
			return new ClassPathResource("layouts/" + layout + ".sql").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private MigratorBuilder builder() {
		return Migrator.builder(this.database.dataSource()).locations(this.revisions.location());
	}

	private Migrator migrator() {
		return builder().build();
	}

}
