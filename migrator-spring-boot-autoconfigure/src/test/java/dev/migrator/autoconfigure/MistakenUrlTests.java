package dev.migrator.autoconfigure;

import java.sql.Connection;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What is said of the URL of a DataSource that the driver does not take.
 */
@ExtendWith(OutputCaptureExtension.class)
class MistakenUrlTests {

	private static final String LOGIN = "spring.datasource.url has a login before the host (user:password@host), and the "
			+ "driver reads it as a part of the host or of the port.\n";

	private static final String WAY_OUT = """
			Write it as:

			    spring.datasource.url=jdbc:postgresql://db.invalid/shop
			    spring.datasource.username=me
			    spring.datasource.password=***

			Or let the migrator read it from an environment variable, including user and password:

			    spring.datasource.url=${migrator.jdbc-url.DATABASE_URL}
			""";

	private static final String POSTGRES = """
			Description:

			spring.datasource.url starts with jdbc:postgres:, but the driver accepts only jdbc:postgresql:.

			Action:

			Write it as:

			    spring.datasource.url=jdbc:postgresql://db.invalid/shop
			    spring.datasource.username=me
			    spring.datasource.password=***
			""";

	@ParameterizedTest
	@ValueSource(strings = { "", "--spring.datasource.driver-class-name=org.postgresql.Driver",
			"--spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource",
			"--spring.datasource.connection-fetch=lazy", "--migrator.on-ddl-auto=fail" })
	void loginBeforeTheHostIsSaidBeforeTheDriverLogsIt(String argument, CapturedOutput output) {
		fail(FailureAnalysisTests.ApplicationWithEntities.class,
				"--spring.datasource.url=jdbc:postgresql://me:geheim@db.invalid/shop", argument);

		assertThat(output).contains("Description:\n\n" + LOGIN + "\nAction:\n\n" + WAY_OUT)
			.doesNotContain("geheim", "org.postgresql");
	}

	@Test
	void loginBeforeTheHostIsSaidWithItsPort(CapturedOutput output) {
		fail(FailureAnalysisTests.Application.class,
				"--spring.datasource.url=jdbc:postgresql://me:geheim@db.invalid:5433/shop?sslmode=require");

		assertThat(output).contains("Description:\n\n" + LOGIN)
			.contains("    spring.datasource.url=jdbc:postgresql://db.invalid:5433/shop?sslmode=require\n"
					+ "    spring.datasource.username=me\n    spring.datasource.password=***\n")
			.doesNotContain("geheim");
	}

	@Test
	void loginBeforeTheHostThatCannotBeReadIsSaidWithTheReason(CapturedOutput output) {
		fail(FailureAnalysisTests.Application.class,
				"--spring.datasource.url=jdbc:postgresql://me:gehe/im@db.invalid/shop");

		assertThat(output).contains("""
				Description:

				The URL of the DataSource cannot be read: the user or the password contains a character that ends it \
				too early.

				Action:

				In a user or a password the characters : / ? # [ ] @ % must be percent-encoded, for example @ as %40.
				""").doesNotContain("gehe");
	}

	@Test
	void variableBehindJdbcIsNamed(CapturedOutput output) {
		fail(FailureAnalysisTests.Application.class, "--SHOP_DB=postgresql://me:geheim@db.invalid/shop",
				"--spring.datasource.url=jdbc:${SHOP_DB}");

		assertThat(output).contains("Description:\n\n" + LOGIN)
			.contains("    spring.datasource.url=${migrator.jdbc-url.SHOP_DB}\n")
			.doesNotContain("geheim");
	}

	@Test
	void partOfAUrlIsNoVariableThatHasOne(CapturedOutput output) {
		fail(FailureAnalysisTests.Application.class, "--DB_USER=me",
				"--spring.datasource.url=jdbc:postgresql://${DB_USER}:geheim@db.invalid/shop");

		assertThat(output).contains(WAY_OUT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "--spring.datasource.driver-class-name=org.postgresql.Driver" })
	void otherPrefixIsSaid(String argument, CapturedOutput output) {
		fail(FailureAnalysisTests.Application.class,
				"--spring.datasource.url=jdbc:postgres://me:geheim@db.invalid/shop", argument);

		assertThat(output).contains(POSTGRES).doesNotContain("geheim", "migrator.jdbc-url");
	}

	@Test
	void otherPrefixIsSaidWhereSpringBootKnowsNoDriverForIt(CapturedOutput output) {
		DefaultResourceLoader withoutH2 = new DefaultResourceLoader(new FilteredClassLoader("org.h2", "org.hsqldb"));

		assertThatException()
			.isThrownBy(
					() -> new SpringApplicationBuilder(FailureAnalysisTests.Application.class).resourceLoader(withoutH2)
						.web(WebApplicationType.NONE)
						.run("--spring.datasource.url=jdbc:postgres://me:geheim@db.invalid/shop"))
			.havingRootCause()
			.withMessage("Failed to determine a suitable driver class");

		assertThat(output).contains(POSTGRES).doesNotContain("geheim");
	}

	@Test
	void formOfHostsIsSaidWithADriverSetByName(CapturedOutput output) {
		fail(FailureAnalysisTests.Application.class, "--spring.datasource.url=postgres://me:geheim@db.invalid/shop",
				"--spring.datasource.driver-class-name=org.postgresql.Driver");

		assertThat(output)
			.contains("Description:\n\nspring.datasource.url has the form that hosts give "
					+ "(postgresql://...), but JDBC needs another one.\n\nAction:\n\n" + WAY_OUT)
			.doesNotContain("geheim");
	}

	@Test
	void urlOfAPoolIsShownAsItsOwnProperties(CapturedOutput output) {
		fail(FailureAnalysisTests.Application.class,
				"--spring.datasource.hikari.jdbc-url=jdbc:postgresql://me:geheim@db.invalid/shop");

		assertThat(output).contains("""
				Write it as:

				    spring.datasource.hikari.jdbc-url=jdbc:postgresql://db.invalid/shop
				    spring.datasource.hikari.username=me
				    spring.datasource.hikari.password=***
				""").doesNotContain("geheim", "migrator.jdbc-url");
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgres://me:geheim@db.invalid/reports", "jdbc:postgres://me:geheim@db.invalid/reports",
			"jdbc:postgresql://me:geheim@db.invalid/reports", "jdbc:postgresql://me:geheim@db.invalid:5432/reports" })
	void urlOfAnotherDataSourceIsFoundByItsName(String url, CapturedOutput output) {
		fail(WithReports.class, "--spring.datasource.url=jdbc:h2:mem:shop", "--app.reporting.datasource.url=" + url,
				"--logging.level.com.zaxxer.hikari=off");

		assertThat(output).contains("Description:\n\napp.reporting.datasource.url ").containsPattern("""
				Write it as:

				    app\\.reporting\\.datasource\\.url=jdbc:postgresql://db\\.invalid(:5432)?/reports
				    app\\.reporting\\.datasource\\.username=me
				    app\\.reporting\\.datasource\\.password=\\*\\*\\*
				""");
	}

	@Test
	void loginBeforeTheHostIsSaidWhereHibernateIsTheFirstToAsk(CapturedOutput output) {
		fail(FailureAnalysisTests.ApplicationWithEntities.class, "--migrator.enabled=false",
				"--spring.datasource.url=jdbc:postgresql://me:geheim@db.invalid/shop");

		assertThat(output).contains("Description:\n\n" + LOGIN + "\nAction:\n\n" + WAY_OUT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--migrator.url=postgresql://me:geheim@db.invalid/shop",
			"--migrator.url=jdbc:postgresql://me:geheim@db.invalid/shop",
			"--app.backup.url=postgresql://me:geheim@db.invalid/shop" })
	void urlThatIsRightThereIsNotBlamedForADatabaseThatIsDown(String other, CapturedOutput output) {
		fail(FailureAnalysisTests.ApplicationWithEntities.class, "--migrator.startup=none",
				"--spring.datasource.url=jdbc:postgresql://db.invalid/shop", other);

		assertThat(output).contains("Unable to determine Dialect without JDBC metadata")
			.doesNotContain("Write it as", "geheim");
	}

	@Test
	void urlOfAPoolIsTheOneThatHibernateCannotUse(CapturedOutput output) {
		fail(FailureAnalysisTests.ApplicationWithEntities.class, "--migrator.enabled=false",
				"--spring.datasource.url=jdbc:postgresql://db.invalid/shop",
				"--spring.datasource.hikari.jdbc-url=jdbc:postgresql://me:geheim@db.invalid/shop");

		assertThat(output).contains("Description:\n\nspring.datasource.hikari.jdbc-url has a login before the host");
	}

	@Test
	void variableThatIsNotSetIsSaidAndNotTheMigratorsOwnUrl(CapturedOutput output) {
		fail(FailureAnalysisTests.Application.class, "--migrator.startup=none",
				"--migrator.url=postgresql://me:geheim@db.invalid/shop",
				"--spring.datasource.url=${migrator.jdbc-url.SHOP_DB}",
				"--app.backup.url=postgresql://me:geheim@db.invalid/backup");

		assertThat(output).contains("""
				Description:

				spring.datasource.url is ${migrator.jdbc-url.SHOP_DB}, and SHOP_DB is not set.

				Action:

				Set it, or write a default after a colon: \
				spring.datasource.url=${migrator.jdbc-url.SHOP_DB:jdbc:postgresql://<host>:<port>/<database>}
				""").doesNotContain("geheim");
	}

	@Test
	void whatIsNoUrlOfADataSourceIsNotBlamedForOneThatIsNotForJdbc(CapturedOutput output) {
		fail(FailureAnalysisTests.Application.class, "--migrator.startup=none", "--spring.datasource.url=mysql.local",
				"--app.api.url=${migrator.jdbc-url.SHOP_DB}", "--app.backup.url=postgresql://db.invalid/backup",
				"--migrator.url=postgresql://me:geheim@db.invalid/shop");

		assertThat(output).contains("must start with \"jdbc\"").doesNotContain("Write it as", "is not set", "geheim");
	}

	@Test
	void loginBeforeTheHostInItsOwnUrlIsRead(CapturedOutput output) {
		fail(FailureAnalysisTests.Application.class, "--spring.datasource.url=jdbc:h2:mem:shop",
				"--migrator.url=jdbc:postgresql://me:geheim@db.invalid/shop");

		assertThat(output).contains("The database could not be reached (db.invalid:5432/shop):")
			.doesNotContain("geheim");
	}

	@Test
	void commandSaysTheSame() {
		CommandRun command = CommandRun.of(FailureAnalysisTests.Application.class, "migrator", "current",
				"--spring.datasource.url=jdbc:postgresql://me:geheim@db.invalid/shop");

		assertThat(command.exitCode()).isEqualTo(1);
		assertThat(command.output()).endsWith(LOGIN + "\n" + WAY_OUT).doesNotContain("geheim");
	}

	private static void fail(Class<?> application, String... arguments) {
		assertThatException().isThrownBy(() -> new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("migrator.packages=none", "spring.datasource.hikari.connection-timeout=250")
			.run(Stream.of(arguments).filter((argument) -> !argument.isEmpty()).toArray(String[]::new)));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
	static class WithReports {

		@Bean(defaultCandidate = false)
		@ConfigurationProperties("app.reporting.datasource")
		DataSourceProperties reporting() {
			return new DataSourceProperties();
		}

		@Bean(defaultCandidate = false)
		DataSource reports(@Qualifier("reporting") DataSourceProperties properties) {
			return properties.initializeDataSourceBuilder().build();
		}

		@Bean
		InitializingBean reader(@Qualifier("reports") DataSource reports) {
			return () -> {
				try (Connection connection = reports.getConnection()) {
					connection.getMetaData();
				}
			};
		}

	}

}
