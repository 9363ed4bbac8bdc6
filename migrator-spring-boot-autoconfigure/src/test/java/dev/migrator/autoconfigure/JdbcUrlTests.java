package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that asks for the JDBC form of the address that its host gives.
 */
@ExtendWith(OutputCaptureExtension.class)
class JdbcUrlTests {

	private static final String ASKING = "--spring.datasource.url=${migrator.jdbc-url.SHOP_DB}";

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("a", "create table items (id bigint primary key, name varchar(255));");
	}

	@Test
	void oneLineIsEnough() {
		start((context) -> {
			HikariDataSource pool = (HikariDataSource) context.getBean(DataSource.class);
			assertThat(pool.getJdbcUrl()).isEqualTo(this.database.url());
			assertThat(pool.getUsername()).isEqualTo(this.database.user());
			assertThat(pool.getPassword()).isEqualTo("gehe/im");
		}, "--SHOP_DB=" + ofHost(), ASKING);

		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void passwordIsInNoLineOfTheLog(CapturedOutput output) {
		start((context) -> {
		}, "--SHOP_DB=" + ofHost(), ASKING, "--logging.level.root=debug");

		assertThat(output).contains("Database JDBC URL [" + this.database.url() + "]")
			.doesNotContain("gehe/im", "gehe%2Fim");
	}

	@Test
	void userAndPasswordThatAreSetByThemselvesTakePrecedence() {
		start((context) -> {
			HikariDataSource pool = (HikariDataSource) context.getBean(DataSource.class);
			assertThat(pool.getUsername()).isEqualTo(this.database.user());
			assertThat(pool.getPassword()).isEqualTo("another");
		}, "--SHOP_DB=" + ofHost().replace(this.database.user() + ":", "nobody:"), ASKING,
				"--spring.datasource.username=" + this.database.user(), "--spring.datasource.password=another");
	}

	@Test
	void anotherDataSourceMayAskToo() {
		start((context) -> {
			assertThat(context.getEnvironment().getProperty("reports.url")).isEqualTo("jdbc:postgresql://db/reports");
			assertThat(context.getEnvironment().getProperty("reports.user")).isEqualTo("ann");
			assertThat(context.getEnvironment().getProperty("reports.password")).isEqualTo("pw");
		}, "--SHOP_DB=" + ofHost(), ASKING, "--REPORTS=postgres://ann:pw@db/reports",
				"--reports.url=${migrator.jdbc-url.REPORTS}");
	}

	@Test
	void withoutTheVariableTheDefaultBehindTheColonCounts() {
		start((context) -> assertThat(((HikariDataSource) context.getBean(DataSource.class)).getJdbcUrl())
			.isEqualTo(this.database.url()),
				"--spring.datasource.url=${migrator.jdbc-url.SHOP_DB:" + this.database.url() + "}",
				"--spring.datasource.username=" + this.database.user());
	}

	@Test
	void commandRefusesAnEmptyVariableInOneLine() {
		CommandRun command = CommandRun.of(FailureAnalysisTests.Application.class, "--SHOP_DB=", "migrator", "current",
				ASKING);

		assertThat(command.exitCode()).isEqualTo(1);
		assertThat(command.output()).startsWith("SHOP_DB is empty. Set it, or remove it. It must "
				+ "look like postgresql://user:password@host:5432/database?sslmode=require or "
				+ "jdbc:postgresql://host:5432/database?user=user&password=password.\n");
	}

	@Test
	void nothingIsRedirectedUnlessTheApplicationAsks() {
		start((context) -> assertThat(((HikariDataSource) context.getBean(DataSource.class)).getJdbcUrl())
			.isEqualTo(this.database.url()), "--DATABASE_URL=postgresql://ann:pw@nowhere.invalid/other",
				"--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.user());
	}

	private String ofHost() {
		return this.database.url()
			.replace("jdbc:postgresql://", "postgresql://" + this.database.user() + ":gehe%2Fim@");
	}

	private void start(Consumer<ConfigurableApplicationContext> check, String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--migrator.locations=" + this.revisions.location());
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
				FailureAnalysisTests.ApplicationWithEntities.class)
			.web(WebApplicationType.NONE)
			.properties("migrator.packages=none")
			.run(all.toArray(String[]::new))) {
			check.accept(context);
		}
	}

}
