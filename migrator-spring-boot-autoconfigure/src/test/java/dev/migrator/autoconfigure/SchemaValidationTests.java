package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.StartupMode;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What is advised where Hibernate finds that the database does not fit the entities.
 */
@ExtendWith(OutputCaptureExtension.class)
class SchemaValidationTests {

	private static final String DESCRIPTION = "Description:\n\nThe database does not fit the entities: missing column "
			+ "[name] in table [items]\n\nAction:\n\n";

	private static final String GENERATE = """
			Generate a revision from the entities, read it, and start again:

			    migrator revision --autogenerate -m "<what changes>"

			If the database is right, correct the entities.
			""";

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private CapturedOutput output;

	@BeforeEach
	void setUp(@TempDir Path folder, CapturedOutput captured) {
		this.revisions = Revisions.in(folder).add("a", "create table items (id bigint primary key);");
		this.output = captured;
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrator.startup=upgrade", "migrator.startup=wait", "migrator.target=head" })
	void revisionIsToBeGeneratedWhereNothingIsPending(String property) {
		Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build().upgrade();

		fail(FailureAnalysisTests.ApplicationWithEntities.class, property);

		assertThat(this.output).contains(DESCRIPTION + GENERATE).doesNotContain("migrator upgrade");
	}

	@Test
	void whatIsPendingIsAppliedFirstWhereTheStartAppliesNothing() {
		this.database.execute("create table items (id bigint primary key)");

		fail(FailureAnalysisTests.ApplicationWithEntities.class, "migrator.startup=none");

		assertThat(this.output)
			.contains(DESCRIPTION + "The start applied nothing (migrator.startup=none). Apply the pending "
					+ "revisions, with `migrator upgrade`. If nothing is pending:\n\n" + GENERATE);
	}

	@Test
	void whatIsBehindTheTargetIsAppliedFirst() {
		this.revisions.add("b <- a", "alter table items add name varchar(255);");

		fail(FailureAnalysisTests.ApplicationWithEntities.class, "migrator.target=a");

		assertThat(this.output).contains(DESCRIPTION
				+ "The start applied only revisions up to its target, `a` (migrator.target). "
				+ "Apply the pending revisions, with `migrator upgrade heads`. If nothing is pending:\n\n" + GENERATE);
	}

	@Test
	void whatIsPendingIsAppliedFirstWhereTheApplicationDecides() {
		this.database.execute("create table items (id bigint primary key)");

		fail(Deciding.class);

		assertThat(this.output)
			.contains(DESCRIPTION + "The application itself decides what is applied at start (it has its own "
					+ "MigratorInitializer). Apply the pending revisions, with `migrator upgrade`. If nothing is "
					+ "pending:\n\n" + GENERATE);
	}

	@Test
	void migratorIsNamedWhereThereAreSeveral() {
		fail(TwoMigrators.class);

		assertThat(this.output)
			.contains("    migrator --migrator shop revision --autogenerate -m \"<what changes>\"\n");
	}

	@Test
	void primaryOneOfSeveralOnTheSameDatabaseIsNamed() {
		fail(PrimaryBesideAnother.class);

		assertThat(this.output)
			.contains("    migrator --migrator shop revision --autogenerate -m \"<what changes>\"\n");
	}

	@Test
	void noneOfSeveralOnTheSameDatabaseIsNamedWhereNoneIsPrimary() {
		fail(OneBesideAnother.class);

		assertThat(this.output).contains(DESCRIPTION + GENERATE);
	}

	@Test
	void migratorThatIsNotToRunIsNotCreated() {
		fail(WithALazyMigrator.class);

		assertThat(this.output).contains("Schema validation: missing table [items]").doesNotContain("It was asked");
	}

	@Test
	void nothingIsSaidOfAnotherDatabase() {
		TestDatabase other = Postgres.newDatabase();

		fail(FailureAnalysisTests.ApplicationWithEntities.class, "migrator.url=" + other.url(),
				"migrator.username=" + other.user(), "migrator.password=" + other.password());

		assertThat(this.output).contains("Schema validation: missing table [items]")
			.doesNotContain("migrator revision", "migrator upgrade");
	}

	@ParameterizedTest
	@Tag("thorough")
	@ValueSource(strings = { "migrator.enabled=false",
			"spring.autoconfigure.exclude=" + "dev.migrator.autoconfigure.MigratorAutoConfiguration" })
	void nothingIsSaidWithoutAMigrator(String property) {
		fail(FailureAnalysisTests.ApplicationWithEntities.class, property);

		assertThat(this.output).contains("Schema validation: missing table [items]")
			.doesNotContain("migrator revision", "migrator upgrade");
	}

	@Test
	void nothingIsSaidOfWhatHibernateCouldNotDoOtherwise() {
		fail(Failing.class);

		assertThat(this.output).contains("Unable to do something else").doesNotContain("Description:");
	}

	private void fail(Class<?> application, String... properties) {
		List<String> arguments = new ArrayList<>();
		for (String property : this.database.properties()) {
			arguments.add("--" + property);
		}
		arguments.add("--migrator.locations=" + this.revisions.location());
		arguments.add("--spring.jpa.hibernate.ddl-auto=validate");
		for (String property : properties) {
			arguments.add("--" + property);
		}
		assertThatException().isThrownBy(() -> new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("migrator.packages=none")
			.run(arguments.toArray(String[]::new)));
	}

	@Configuration(proxyBeanMethods = false)
	static class Deciding extends FailureAnalysisTests.ApplicationWithEntities {

		@Bean
		MigratorInitializer migratorInitializer(Migrator migrator) {
			return new MigratorInitializer(List.of(migrator), StartupMode.NONE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoMigrators extends FailureAnalysisTests.ApplicationWithEntities {

		@Bean
		@Primary
		Migrator shop(DataSource dataSource, Environment environment) {
			return Migrator.builder(dataSource)
				.locations(environment.getRequiredProperty("migrator.locations"))
				.build();
		}

		@Bean
		Migrator reports() {
			TestDatabase reports = Postgres.newDatabase();
			return Migrator.builder(reports.dataSource()).locations("classpath:none").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryBesideAnother extends FailureAnalysisTests.ApplicationWithEntities {

		@Bean
		@Primary
		Migrator shop(DataSource dataSource, Environment environment) {
			return new TwoMigrators().shop(dataSource, environment);
		}

		@Bean
		Migrator zoo(DataSource dataSource) {
			return another(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OneBesideAnother extends FailureAnalysisTests.ApplicationWithEntities {

		@Bean
		Migrator shop(DataSource dataSource, Environment environment) {
			return new TwoMigrators().shop(dataSource, environment);
		}

		@Bean
		Migrator billing(DataSource dataSource) {
			return another(dataSource);
		}

	}

	private static Migrator another(DataSource dataSource) {
		return Migrator.builder(dataSource)
			.locations("classpath:none")
			.versionTable("other_version")
			.historyTable("other_history")
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	static class WithALazyMigrator extends FailureAnalysisTests.ApplicationWithEntities {

		@Bean
		@Lazy
		Migrator lazy() {
			throw new IllegalStateException("It was asked for");
		}

		@Bean
		MigratorInitializer migratorInitializer() {
			return new MigratorInitializer(List.of(), StartupMode.UPGRADE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Failing extends FailureAnalysisTests.ApplicationWithEntities {

		@Bean
		LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean() {

				@Override
				public void afterPropertiesSet() {
					throw new SchemaManagementException("Unable to do something else");
				}

			};
			factory.setDataSource(dataSource);
			return factory;
		}

	}

}
