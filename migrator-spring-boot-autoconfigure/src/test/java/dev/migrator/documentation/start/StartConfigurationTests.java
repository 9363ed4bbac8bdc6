package dev.migrator.documentation.start;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.SpringProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code docs/operations.md} says of an initializer of the application's own.
 */
class StartConfigurationTests {

	private final TestDatabase database = Postgres.newDatabase();

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path folder) throws Exception {
		Revisions revisions = Revisions.in(Files.createDirectory(folder.resolve("revisions")))
			.add("a", "create table t (id int);");
		Path seeds = Files.createDirectory(folder.resolve("seeds"));
		Files.writeString(seeds.resolve("demo.sql"), "insert into t values (1);");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class))
			.withUserConfiguration(StartConfiguration.class)
			.withPropertyValues(this.database.properties())
			.withPropertyValues("migrator.locations=" + revisions.location(), "migrator.seed.locations=file:" + seeds);
	}

	@Test
	void inDevelopmentItUpgradesAndSeeds() {
		this.runner.run((context) -> assertThat(this.database.column("select id from t")).containsExactly("1"));
	}

	@Test
	void inProductionItOnlyLooks() {
		this.runner.withPropertyValues("spring.profiles.active=production").run((context) -> {
			assertThat(context).getFailure().hasRootCauseInstanceOf(PendingRevisionsException.class);
			assertThat(this.database.has("t")).isFalse();
		});
	}

	@Test
	void whatAnOperatorSaysCounts() {
		this.runner.withPropertyValues("migrator.startup=none").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.database.has("t")).isFalse();
		});
	}

	@Test
	void trainingRunNeitherMigratesNorSeeds() {
		SpringProperties.setProperty("spring.context.exit", "onRefresh");
		try {
			this.runner.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.database.has("migrator_history")).isFalse();
			});
		}
		finally {
			SpringProperties.setProperty("spring.context.exit", null);
		}
	}

}
