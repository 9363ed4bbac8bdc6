package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;

import dev.migrator.Migrator;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that uses its database with R2DBC.
 */
@ExtendWith(OutputCaptureExtension.class)
class R2dbcTests {

	private final TestDatabase database = Postgres.newDatabase();

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		Revisions revisions = Revisions.in(folder).add("items", "create table items (id bigint primary key);");
		this.runner = Contexts.runner()
			.withConfiguration(AutoConfigurations.of(R2dbcAutoConfiguration.class, DataR2dbcAutoConfiguration.class,
					MigratorR2dbcAutoConfiguration.class))
			.withPropertyValues("spring.r2dbc.url=" + this.database.url().replace("jdbc:", "r2dbc:"),
					"spring.r2dbc.username=" + this.database.user(),
					"spring.r2dbc.password=" + this.database.password(), "spring.r2dbc.pool.enabled=false",
					"migrator.locations=" + revisions.location());
	}

	@Test
	void withoutAnUrlOfTheMigratorItSaysThatNothingIsMigratedAndWhatToSet(CapturedOutput output) {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Migrator.class));

		assertThat(this.database.has("items")).isFalse();
		assertThat(output.toString().lines().filter((line) -> line.contains("dev.migrator"))).singleElement()
			.asString()
			.contains(" WARN ")
			.endsWith(
					" Nothing is migrated: the application has R2DBC and no DataSource (Spring Boot makes none beside "
							+ "R2DBC), and the migrator works over JDBC. Set migrator.url=jdbc:postgresql://<host>:<port>/"
							+ "<database>, migrator.username and migrator.password, and add org.postgresql:postgresql; or "
							+ "switch the migrator off with migrator.enabled=false");
	}

	@Test
	void urlOfADataSourceThatSpringBootDoesNotMakeIsNotEnough(CapturedOutput output) {
		this.runner.withPropertyValues(this.database.properties())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Migrator.class));

		assertThat(output).contains("Nothing is migrated: the application has R2DBC and no DataSource");
	}

	@Test
	void itIsSaidOnceWhereAContextHasAChild(CapturedOutput output) {
		this.runner.run((parent) -> new ApplicationContextRunner().withParent(parent)
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class,
					R2dbcAutoConfiguration.class, MigratorR2dbcAutoConfiguration.class))
			.run((child) -> assertThat(child).hasNotFailed()));

		assertThat(output.toString().lines().filter((line) -> line.contains("Nothing is migrated"))).hasSize(1);
	}

	@Test
	void nothingIsSaidIfTheMigratorIsSwitchedOff(CapturedOutput output) {
		this.runner.withPropertyValues("migrator.enabled=false").run((context) -> assertThat(context).hasNotFailed());

		assertThat(output).doesNotContain("dev.migrator");
	}

	@Test
	void beansThatUseItFindTheTablesWhenTheyAreCreated(CapturedOutput output) {
		this.runner
			.withPropertyValues("migrator.url=" + this.database.url(), "migrator.username=" + this.database.user(),
					"migrator.password=" + this.database.password())
			.withUserConfiguration(Querying.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean("withClient")).isEqualTo(0L);
				assertThat(context.getBean("withTemplate")).isEqualTo(0L);
			});

		assertThat(output).doesNotContain("Nothing is migrated");
	}

	@Configuration(proxyBeanMethods = false)
	static class Querying {

		private static final Duration PATIENCE = Duration.ofSeconds(30);

		@Bean
		Object withClient(DatabaseClient client) {
			return client.sql("select count(*) from items").mapValue(Long.class).one().block(PATIENCE);
		}

		@Bean
		Object withTemplate(R2dbcEntityTemplate template) {
			return template.getDatabaseClient()
				.sql("select count(*) from items")
				.mapValue(Long.class)
				.one()
				.block(PATIENCE);
		}

	}

}
