package dev.migrator.sample.database;

import java.nio.file.Path;
import java.sql.Connection;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link DatabaseConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
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
		try (ConfigurableApplicationContext context = start(
				"--DATABASE_URL=postgres://ann:p%40w@db:5433/app?sslmode=require")) {
			HikariDataSource dataSource = context.getBean(HikariDataSource.class);
			assertThat(dataSource.getJdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/app?sslmode=require");
			assertThat(dataSource.getUsername()).isEqualTo("ann");
			assertThat(dataSource.getPassword()).isEqualTo("p@w");
		}
		assertThat(this.folder).doesNotExist();
	}

	@Test
	void springsOwnPropertiesAreUsedBeforeDatabaseUrl() {
		try (ConfigurableApplicationContext context = start("--spring.datasource.url=jdbc:postgresql://own/app",
				"--spring.datasource.username=ben", "--spring.datasource.password=bw",
				"--DATABASE_URL=postgres://ann:pw@db/app")) {
			HikariDataSource dataSource = context.getBean(HikariDataSource.class);
			assertThat(dataSource.getJdbcUrl()).isEqualTo("jdbc:postgresql://own/app");
			assertThat(dataSource.getUsername()).isEqualTo("ben");
			assertThat(dataSource.getPassword()).isEqualTo("bw");
		}
		assertThat(this.folder).doesNotExist();
	}

	@Test
	void emptyDatabaseUrlIsRefusedAndStartsNoServer(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--DATABASE_URL=").close());

		assertThat(output).contains("Description:\n\nDATABASE_URL is empty.\n\nAction:\n\n"
				+ "Set it, or remove it. It must look like postgresql://user:password@host:5432/database");
		assertThat(this.folder).doesNotExist();
	}

	@Test
	void databaseUrlThatCannotBeReadIsExplainedWithoutThePassword(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--DATABASE_URL=postgres://ann:secret%@db/app").close());

		assertThat(output).contains("DATABASE_URL cannot be read: the user or the password has a percent sign")
			.doesNotContain("secret");
	}

	private ConfigurableApplicationContext start(String... arguments) {
		return new SpringApplicationBuilder(DataSourceApplication.class).web(WebApplicationType.NONE)
			.properties("sample.postgres.directory=" + this.folder)
			.run(arguments);
	}

	private ApplicationContextRunner onServed() {
		return this.contextRunner.withPropertyValues("sample.postgres.directory=" + served);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
	@Import(DatabaseConfiguration.class)
	static class DataSourceApplication {

	}

}
