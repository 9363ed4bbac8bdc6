package dev.migrator.autoconfigure.properties;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.Contexts;
import dev.migrator.execution.LockNotAcquiredException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.internal.script.writing.WritingSettings;
import dev.migrator.result.ChangedScriptException;
import dev.migrator.result.OnChangedScript;
import dev.migrator.result.OnUnknownRevision;
import dev.migrator.result.ResetRefusedException;
import dev.migrator.result.UnknownVersionRowException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every property reaches the database in its own way.
 */
@ExtendWith(OutputCaptureExtension.class)
class MigratorPropertiesTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Path folder;

	private Revisions revisions;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path temporary) throws Exception {
		this.folder = Files.createDirectory(temporary.resolve("main"));
		this.revisions = Revisions.in(this.folder).add("a", """
				create table a as select current_setting('lock_timeout') as lock_timeout,
				    current_setting('statement_timeout') as statement_timeout;""");
		this.runner = Contexts.runner(this.database, this.revisions);
	}

	@Test
	void defaultsAreSafe() {
		MigratorProperties properties = Binder.get(new MockEnvironment())
			.bindOrCreate("migrator", MigratorProperties.class);

		assertThat(properties.isEnabled()).isTrue();
		assertThat(properties.getStartup()).isEqualTo(StartupMode.UPGRADE);
		assertThat(properties.getTarget()).isEqualTo("heads");
		assertThat(properties.getLocations()).containsExactly("classpath:db/revisions");
		assertThat(properties.getSeed().getLocations()).containsExactly("classpath:db/seed");
		assertThat(properties.isResetAllowed()).isFalse();
		assertThat(properties.getAutogenerate().getSchemaFile()).isNull();
		assertThat(properties.getPackages()).isEmpty();
		assertThat(properties.getSchema()).isNull();
		assertThat(properties.getVersionTable()).isEqualTo("migrator_version");
		assertThat(properties.getHistoryTable()).isEqualTo("migrator_history");
		assertThat(properties.getOnChangedScript()).isEqualTo(OnChangedScript.FAIL);
		assertThat(properties.getOnUnknownRevision()).isEqualTo(OnUnknownRevision.FAIL);
		assertThat(properties.getOnDdlAuto()).isEqualTo(OnDdlAuto.WARN);
		assertThat(properties.getTransaction()).isEqualTo(TransactionMode.PER_REVISION);
		assertThat(properties.getLock().getWait()).isEqualTo(Duration.ofMinutes(5));
		assertThat(properties.getLock().getTimeout()).isEqualTo(Duration.ofSeconds(1));
		assertThat(properties.getLock().getRetries()).isEqualTo(20);
		assertThat(properties.getLock().getConcurrentWait()).isZero();
		assertThat(properties.getStatementTimeout()).isZero();
		assertThat(properties.getUploadTimeout()).isEqualTo(Duration.ofMinutes(30));
		assertThat(properties.getSessionTimeZone()).isEqualTo("UTC");
		assertThat(properties.getNewScripts().getFileTemplate()).isEqualTo(WritingSettings.DEFAULTS.fileTemplate());
		assertThat(properties.getNewScripts().getZone().getRules())
			.isEqualTo(WritingSettings.DEFAULTS.zone().getRules());
		assertThat(properties.getNewScripts().getSlugLength()).isEqualTo(WritingSettings.DEFAULTS.slugLength());
		assertThat(properties.getNewScripts().getHooks()).isEmpty();
	}

	@Test
	void propertiesDoNotPrintTheirPassword() {
		MigratorProperties properties = Binder
			.get(new MockEnvironment().withProperty("migrator.password", "geheim")
				.withProperty("migrator.url", "jdbc:postgresql://host/db?password=geheim"))
			.bind("migrator", MigratorProperties.class)
			.get();

		assertThat(properties.getPassword()).isEqualTo("geheim");
		assertThat(properties.toString()).doesNotContain("geheim");
	}

	@Test
	void schemaIsThatOfBothTables() {
		run("migrator.schema=ops");

		assertThat(this.database.column("select tablename from pg_tables where schemaname = 'ops' order by 1"))
			.containsExactly("migrator_history", "migrator_version");
		assertThat(this.database.has("public.a")).isTrue();
	}

	@Test
	void tablesHaveTheNamesThatWereGiven() {
		run("migrator.version-table=alembic_version", "migrator.history-table=Past");

		assertThat(this.database.column("select tablename from pg_tables where schemaname = 'public' order by 1"))
			.containsExactlyInAnyOrder("a", "Past", "alembic_version");
	}

	@Test
	void locationsAreAllSearched(@TempDir Path other) {
		Revisions.in(other).add("b <- a", "create table b ();");

		Contexts.runner()
			.withPropertyValues(this.database.properties())
			.withPropertyValues("migrator.locations[0]=" + this.revisions.location(),
					"migrator.locations[1]=file:" + other)
			.run((context) -> assertThat(this.database.versionRows()).containsExactly("b"));
	}

	@Test
	void locationsMayStandInOneLine(@TempDir Path other) {
		Revisions.in(other).add("b <- a", "create table b ();");

		run("migrator.locations=" + this.revisions.location() + ", file:" + other);

		assertThat(this.database.versionRows()).containsExactly("b");
	}

	@Test
	void seedLocationsAreThoseThatWereGiven(@TempDir Path seeds) throws Exception {
		Files.writeString(seeds.resolve("one.sql"), "create table seeded ();");

		this.runner.withPropertyValues("migrator.seed.locations=file:" + seeds)
			.run((context) -> assertThat(context.getBean(Migrator.class).seed().seeded()).hasSize(1));

		assertThat(this.database.has("seeded")).isTrue();
	}

	@Test
	void resetIsAllowedOnlyIfSaidSo() {
		this.runner.run((context) -> assertThatExceptionOfType(ResetRefusedException.class)
			.isThrownBy(context.getBean(Migrator.class)::reset));
		this.runner.withPropertyValues("migrator.reset-allowed=true")
			.run((context) -> assertThat(context.getBean(Migrator.class).reset().upgraded().to()).containsExactly("a"));
	}

	@Test
	void wholeRunIsOneTransactionIfSaidSo() {
		this.revisions.add("b <- a", "select 1/0;");

		this.runner.withPropertyValues("migrator.transaction=single").run((context) -> {
			assertThat(context).getFailure().hasRootCauseInstanceOf(SQLException.class);
			assertThat(this.database.has("a")).isFalse();
		});
		this.runner.withPropertyValues("migrator.transaction=per-revision").run((context) -> {
			assertThat(context).getFailure().hasStackTraceContaining(ScriptFailedException.class.getName());
			assertThat(this.database.has("a")).isTrue();
		});
	}

	@Test
	void lockIsWaitedForAsLongAsSaid() throws Exception {
		try (Connection holder = this.database.dataSource().getConnection();
				Statement statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + new AdvisoryLock("public", "migrator_version").key() + ")");

			this.runner.withPropertyValues("migrator.lock.wait=120ms")
				.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(LockNotAcquiredException.class)
					.hasMessageContaining("waited 120 ms"));
		}
	}

	@Test
	void timeoutsHaveTheirDefaults() {
		run();

		assertThat(this.database.value("select lock_timeout || ' ' || statement_timeout from a")).isEqualTo("1s 0");
	}

	@Test
	void timeoutsAreThoseThatWereGiven() {
		run("migrator.lock.timeout=1500ms", "migrator.statement-timeout=2m");

		assertThat(this.database.value("select lock_timeout || ' ' || statement_timeout from a"))
			.isEqualTo("1500ms 2min");
	}

	@Test
	void applicationIsNamedInTheHistory() {
		run("spring.application.name=shop");

		assertThat(this.database.value("select application from migrator_history")).isEqualTo("shop");
	}

	@Test
	void changedScriptFailsTheStart() throws Exception {
		run();
		edit();

		this.runner.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(ChangedScriptException.class)
			.hasMessageContaining("a (" + this.revisions.location() + "/0001_a.sql)"));
	}

	@Test
	void changedScriptIsWarnedOfIfSaidSo(CapturedOutput output) throws Exception {
		run();
		edit();

		run("migrator.on-changed-script=warn");

		assertThat(output).contains("A script was edited after it was applied");
	}

	@Test
	void changedScriptIsIgnoredIfSaidSo(CapturedOutput output) throws Exception {
		run();
		edit();

		run("migrator.on-changed-script=ignore");

		assertThat(output).doesNotContain("edited");
	}

	@Test
	void unknownRowFailsTheStart() {
		run();
		this.database.execute("update migrator_version set version_num = 'of_the_future'");

		this.runner
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(UnknownVersionRowException.class)
				.hasMessageContaining("of_the_future"));
	}

	@Test
	void unknownRowIsWarnedOfAndNothingMigratedIfSaidSo(CapturedOutput output) {
		run();
		this.database.execute("update migrator_version set version_num = 'of_the_future'");
		this.revisions.add("b <- a", "create table b ();");

		run("migrator.on-unknown-revision=warn");

		assertThat(output).contains("of_the_future").contains("Nothing is migrated");
		assertThat(this.database.has("b")).isFalse();
	}

	private void run(String... properties) {
		this.runner.withPropertyValues(properties).run((context) -> assertThat(context).hasNotFailed());
	}

	private void edit() throws Exception {
		Path script = this.folder.resolve("0001_a.sql");
		Files.writeString(script, Files.readString(script).replace("create table a", "create  table a"));
	}

}
