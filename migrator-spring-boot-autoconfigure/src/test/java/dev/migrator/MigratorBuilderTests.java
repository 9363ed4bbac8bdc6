package dev.migrator;

import java.nio.file.Path;
import java.time.Duration;

import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.result.InvalidTablesException;
import dev.migrator.result.OnChangedScript;
import dev.migrator.result.OnUnknownRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class MigratorBuilderTests {

	@Test
	void defaultsAreThoseOfTheConfigurationProperties() {
		MigratorBuilder builder = Migrator.builder(Postgres.maintenance().dataSource());

		assertThat(builder.settings()).isEqualTo(ExecutionSettings.builder()
			.transaction(TransactionMode.PER_REVISION)
			.lockWait(Duration.ofMinutes(5))
			.lockTimeout(Duration.ofSeconds(1))
			.lockRetries(20)
			.concurrentWait(Duration.ZERO)
			.statementTimeout(Duration.ZERO)
			.uploadTimeout(Duration.ofMinutes(30))
			.timeZone("UTC")
			.application(null)
			.build());
		assertThat(builder.target).isEqualTo("heads");
		assertThat(builder.onChangedScript).isEqualTo(OnChangedScript.FAIL);
		assertThat(builder.onUnknownRevision).isEqualTo(OnUnknownRevision.FAIL);
		assertThat(builder.tables().version()).isEqualTo("\"migrator_version\"");
		assertThat(builder.tables().history()).isEqualTo("\"migrator_history\"");
	}

	@Test
	void tablesOfTheSameNameAreRefused() {
		MigratorBuilder builder = Migrator.builder(Postgres.maintenance().dataSource())
			.versionTable("migrations")
			.historyTable("migrations");

		assertThatExceptionOfType(InvalidTablesException.class).isThrownBy(builder::build)
			.withMessageContaining("have the same name: migrations");
	}

	@Test
	void nameThatTheServerWouldCutIsRefused() {
		MigratorBuilder builder = Migrator.builder(Postgres.maintenance().dataSource()).versionTable("ä".repeat(32));

		assertThatExceptionOfType(InvalidTablesException.class).isThrownBy(builder::build)
			.withMessageContaining("migrator.version-table")
			.withMessageContaining("has 64 bytes");
	}

	@Test
	void longNamesThatBeginAlikeAreKeptApart(@TempDir Path folder) {
		TestDatabase database = Postgres.newDatabase();
		String beginning = "m".repeat(62);

		Migrator.builder(database.dataSource())
			.locations(Revisions.in(folder).add("a", "create table a ();").location())
			.versionTable(beginning + "v")
			.historyTable(beginning + "h")
			.build()
			.upgrade();

		assertThat(database.value("select version_num from " + beginning + "v")).isEqualTo("a");
		assertThat(database.value("select revision from " + beginning + "h")).isEqualTo("a");
	}

	@Test
	void placesWithoutRevisionsAreNamed(@TempDir Path folder, CapturedOutput output) {
		TestDatabase database = Postgres.newDatabase();

		Migrator.builder(database.dataSource())
			.locations("file:" + folder, "classpath:db/no_such_place")
			.build()
			.upgrade();

		assertThat(output.toString().lines().filter((line) -> line.contains(" WARN "))).singleElement()
			.asString()
			.endsWith(" The application has no revisions, so nothing is migrated: there is no folder "
					+ "classpath:db/no_such_place, no file in file:" + folder + " ends in .sql (migrator.locations), "
					+ "and no class in the application's packages (migrator.packages) is a Java revision. To write the "
					+ "first: migrator revision -m \"<what it does>\", with --autogenerate from the entities or the schema file");
	}

	@Test
	void placeWithoutRevisionsIsNamedBesideOneThatHasSome(@TempDir Path folder, CapturedOutput output) {
		TestDatabase database = Postgres.newDatabase();

		Migrator.builder(database.dataSource())
			.locations(Revisions.in(folder).add("a", "create table a ();").location(), "classpath:db/no_such_place")
			.build()
			.upgrade();

		assertThat(output)
			.contains("Revisions were not found everywhere: there is no folder classpath:db/no_such_place")
			.doesNotContain("nothing is migrated");
	}

}
