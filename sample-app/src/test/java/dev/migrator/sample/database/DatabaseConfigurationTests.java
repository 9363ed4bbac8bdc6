package dev.migrator.sample.database;

import java.nio.file.Path;
import java.sql.Connection;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link DatabaseConfiguration}.
 */
class DatabaseConfigurationTests {

	/** Initialized by whichever test needs a server first. */
	@TempDir
	static Path served;

	@TempDir
	Path temp;

	private Path folder;

	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void setUp() {
		this.folder = this.temp.resolve("postgres");
		this.contextRunner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withUserConfiguration(DatabaseConfiguration.class)
			.withPropertyValues("sample.postgres.directory=" + this.folder);
	}

	@Test
	void withNothingConfiguredTheDataSourceIsOnTheEmbeddedServer() {
		onServed().run((context) -> {
			try (Connection connection = context.getBean(DataSource.class).getConnection()) {
				assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
			}
			assertThat(context.getBean(EmbeddedServer.class).isOwner()).isTrue();
		});

		assertThat(RunningServer.in(served.resolve("data"))).isEmpty();
	}

	@Test
	void withoutADataSourceNoServerIsStarted() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(HikariDataSource.class))
			.run((context) -> assertThat(this.folder).doesNotExist());
	}

	@Test
	void databaseUrlIsUsedInsteadOfTheEmbeddedServer() {
		this.contextRunner.withPropertyValues("DATABASE_URL=postgres://ann:p%40w@db:5433/app?sslmode=require")
			.run((context) -> {
				HikariDataSource dataSource = context.getBean(HikariDataSource.class);
				assertThat(dataSource.getJdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/app?sslmode=require");
				assertThat(dataSource.getUsername()).isEqualTo("ann");
				assertThat(dataSource.getPassword()).isEqualTo("p@w");
				assertThat(this.folder).doesNotExist();
			});
	}

	@Test
	void springsOwnPropertiesAreUsedBeforeDatabaseUrl() {
		this.contextRunner
			.withPropertyValues("spring.datasource.url=jdbc:postgresql://own/app", "spring.datasource.username=ben",
					"spring.datasource.password=bw", "DATABASE_URL=postgres://ann:pw@db/app")
			.run((context) -> {
				HikariDataSource dataSource = context.getBean(HikariDataSource.class);
				assertThat(dataSource.getJdbcUrl()).isEqualTo("jdbc:postgresql://own/app");
				assertThat(dataSource.getUsername()).isEqualTo("ben");
				assertThat(dataSource.getPassword()).isEqualTo("bw");
				assertThat(this.folder).doesNotExist();
			});
	}

	@Test
	void emptyDatabaseUrlCountsAsNone() {
		onServed().withPropertyValues("DATABASE_URL=")
			.run((context) -> assertThat(context.getBean(HikariDataSource.class).getJdbcUrl())
				.startsWith("jdbc:postgresql://localhost:"));
	}

	@Test
	void databaseUrlThatCannotBeReadIsExplainedWithoutThePassword() {
		this.contextRunner.withPropertyValues("DATABASE_URL=postgres://ann:secret%@db/app").run((context) -> {
			Throwable failure = (context.getStartupFailure() != null) ? context.getStartupFailure()
					: catchThrowable(() -> context.getBean(DataSource.class));

			FailureAnalysis analysis = new DatabaseSetupFailureAnalyzer().analyze(failure);

			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).startsWith("DATABASE_URL cannot be read").doesNotContain("secret");
			assertThat(analysis.getAction()).contains("percent-encoded").doesNotContain("secret");
			assertThat(failure).hasStackTraceContaining("DATABASE_URL cannot be read");
			assertThat(failure.toString()).doesNotContain("secret");
		});
	}

	private ApplicationContextRunner onServed() {
		return this.contextRunner.withPropertyValues("sample.postgres.directory=" + served);
	}

}
