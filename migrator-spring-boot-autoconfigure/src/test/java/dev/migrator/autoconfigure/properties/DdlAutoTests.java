package dev.migrator.autoconfigure.properties;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import javax.sql.DataSource;

import dev.migrator.autoconfigure.Contexts;
import dev.migrator.autoconfigure.InitializationOrderTests;
import dev.migrator.autoconfigure.MigratorHibernateAutoConfiguration;
import dev.migrator.example.store.Item;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hibernate that changes the schema beside the revisions does not do so silently.
 */
@ExtendWith(OutputCaptureExtension.class)
class DdlAutoTests {

	private static final String DROPS = "drops the tables of the entities with all their rows and creates them "
			+ "again at each start";

	private static final String ADDS = "adds to the database what it lacks of the entities, so that the revision "
			+ "that is to add it fails with \"already exists\"";

	private final TestDatabase database = Postgres.newDatabase();

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.runner = Contexts
			.runner(this.database,
					Revisions.in(folder).add("items", "create table items (id bigint primary key, name varchar(255));"))
			.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class,
					MigratorHibernateAutoConfiguration.class))
			.withUserConfiguration(InitializationOrderTests.Entities.class)
			.withPropertyValues("migrator.packages=none");
	}

	@Test
	void whatHibernateDoesAtEachStartIsSaidOnceWithWhatToSet(CapturedOutput output) {
		start("spring.jpa.hibernate.ddl-auto=create");

		assertWarning(output,
				"Hibernate " + DROPS + " (spring.jpa.hibernate.ddl-auto=create). "
						+ "Set spring.jpa.hibernate.ddl-auto=validate; revisions change the schema "
						+ "(migrator revision --autogenerate). migrator.on-ddl-auto=ignore ends this warning.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			textBlock = """
					create-drop | drops the tables of the entities with all their rows and creates them again at \
					each start, and drops them when the application ends
					create-only | creates the tables of the entities, so that a revision that is to create them fails with "already exists"
					update      | adds to the database what it lacks of the entities, so that the revision that is \
					to add it fails with "already exists"
					""")
	void eachWayIsSaidInItsOwnWords(String value, String effect) {
		refused("Hibernate " + effect + " (spring.jpa.hibernate.ddl-auto=" + value + ").",
				"Set spring.jpa.hibernate.ddl-auto=validate; ", "spring.jpa.hibernate.ddl-auto=" + value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.jpa.properties.hibernate.hbm2ddl.auto=update",
			"spring.jpa.properties.jakarta.persistence.schema-generation.database.action=update",
			"spring.jpa.generate-ddl=true" })
	void otherSettingsThatHibernateObeysAreFoundToo(String setting) {
		refused("Hibernate " + ADDS + " (" + setting + ").",
				"Remove that setting, and set spring.jpa.hibernate.ddl-auto=validate; ", setting);
	}

	@Test
	void settingThatTakesPrecedenceCounts(CapturedOutput output) {
		start("spring.jpa.hibernate.ddl-auto=create",
				"spring.jpa.properties.jakarta.persistence.schema-generation.database.action=none");

		assertThat(output).doesNotContain("ddl-auto");
	}

	@Test
	void whatACustomizerAddsIsSaidBeforeHibernateStarts(CapturedOutput output) {
		start(Customizing.class);

		assertWarning(output,
				"Hibernate " + ADDS + " (hibernate.hbm2ddl.auto=update). Remove that setting, and set spring.jpa."
						+ "hibernate.ddl-auto=validate; revisions change the schema (migrator revision "
						+ "--autogenerate). migrator.on-ddl-auto=ignore ends this warning.");
	}

	@Test
	void factoryOfTheApplicationIsLookedAtToo(CapturedOutput output) {
		start(OwnFactory.class);

		assertWarning(output,
				"Hibernate " + ADDS + " (hibernate.hbm2ddl.auto=update of the bean entityManagerFactory). "
						+ "Set hibernate.hbm2ddl.auto=validate there instead; revisions change the schema (migrator "
						+ "revision --autogenerate). migrator.on-ddl-auto=ignore ends this warning.");
	}

	@Test
	void settingOfAFactoryThatWouldTakePrecedenceIsToBeRemoved() {
		this.runner.withUserConfiguration(OwnDroppingFactory.class)
			.withPropertyValues("migrator.on-ddl-auto=fail")
			.run((context) -> assertRefusal(context,
					"Hibernate " + DROPS + " (jakarta.persistence.schema-generation.database.action=drop-and-create of "
							+ "the bean entityManagerFactory).",
					"Remove that setting there, and set hibernate.hbm2ddl.auto=validate; "));
	}

	@Test
	void eachFactoryThatChangesTheDatabaseIsSaid(CapturedOutput output) {
		start(TwoFactories.class);

		assertThat(output).contains("(hibernate.hbm2ddl.auto=update of the bean items)")
			.contains("(hibernate.hbm2ddl.auto=update of the bean others)");
	}

	@Test
	@Tag("thorough")
	void factoryBesideTheOneOfSpringBootIsSaidToo(CapturedOutput output) {
		this.runner.withUserConfiguration(OneMoreFactory.class)
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=update")
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(output).contains("(spring.jpa.hibernate.ddl-auto=update)")
			.contains("(hibernate.hbm2ddl.auto=update of the bean others)");
	}

	@Test
	void nothingIsSaidIfTheMigratorHasAnotherSchema(CapturedOutput output) {
		this.database.execute("create schema other");
		String separator = this.database.url().contains("?") ? "&" : "?";

		start("spring.jpa.hibernate.ddl-auto=update",
				"spring.datasource.url=" + this.database.url() + separator + "currentSchema=public",
				"migrator.url=" + this.database.url() + separator + "currentSchema=other",
				"migrator.username=" + this.database.user(), "migrator.password=" + this.database.password());

		assertThat(output).doesNotContain("ddl-auto");
		assertThat(this.database.column("select version_num from other.migrator_version")).containsExactly("items");
	}

	@ParameterizedTest
	@ValueSource(strings = { "validate", "none" })
	void nothingIsSaidIfHibernateChangesNothing(String value, CapturedOutput output) {
		start("spring.jpa.hibernate.ddl-auto=" + value);

		assertThat(output).doesNotContain("ddl-auto");
	}

	@Test
	void nothingIsSaidIfItIsToBeIgnored(CapturedOutput output) {
		start("spring.jpa.hibernate.ddl-auto=update", "migrator.on-ddl-auto=ignore");

		assertThat(output).doesNotContain("ddl-auto");
	}

	@Test
	void nothingIsSaidIfTheMigratorHasAnotherDatabase(CapturedOutput output) {
		TestDatabase other = Postgres.newDatabase();

		start("spring.jpa.hibernate.ddl-auto=update", "migrator.url=" + other.url(),
				"migrator.username=" + other.user(), "migrator.password=" + other.password());

		assertThat(output).doesNotContain("ddl-auto");
		assertThat(other.versionRows()).containsExactly("items");
	}

	@Test
	void anotherLoginToTheSameDatabaseMakesNoDifference(CapturedOutput output) {
		start("spring.jpa.hibernate.ddl-auto=update", "migrator.url=" + this.database.url(),
				"migrator.username=" + this.database.user(), "migrator.password=" + this.database.password());

		assertThat(output).contains("(spring.jpa.hibernate.ddl-auto=update)");
	}

	@Test
	@Tag("thorough")
	void migratorThatCannotChooseADataSourceKeepsNobodyFromStarting(CapturedOutput output) {
		this.runner.withUserConfiguration(DataSourceChoiceTests.TwoDataSources.class, FactoryOfFirst.class)
			.withPropertyValues("migrator.startup=none")
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(output).doesNotContain("ddl-auto");
	}

	@Test
	@Tag("thorough")
	void propertyThatHasNoEffectOnAFactoryIsNotSaid(CapturedOutput output) {
		this.runner.withUserConfiguration(OwnFactoryWithoutAnAction.class)
			.withPropertyValues("migrator.on-ddl-auto=fail", "spring.jpa.hibernate.ddl-auto=update")
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(output).doesNotContain("ddl-auto");
	}

	@Test
	void urlThatIsEmptyKeepsNobodyFromStartingWhoMigratesNothing() {
		this.runner.withPropertyValues("migrator.startup=none", "migrator.url=", "spring.jpa.hibernate.ddl-auto=update")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void itIsRefusedBeforeAnythingRanIfSaidSo(@TempDir Path folder) throws Exception {
		Files.writeString(folder.resolve("V1__old.sql"), "create table of_flyway (id int);");

		this.runner.withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
			.withPropertyValues("spring.flyway.locations=filesystem:" + folder, "migrator.on-ddl-auto=fail",
					"spring.jpa.hibernate.ddl-auto=create")
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(DdlAutoException.class));

		assertThat(this.database.column("select tablename from pg_tables where schemaname = 'public'")).isEmpty();
	}

	@Test
	void whatACustomizerAddsIsRefusedBeforeHibernateRan() {
		this.runner.withUserConfiguration(Dropping.class)
			.withPropertyValues("migrator.on-ddl-auto=fail")
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(DdlAutoException.class)
				.hasMessageContaining("Hibernate " + DROPS + " (hibernate.hbm2ddl.auto=create)."));

		assertThat(this.database.versionRows()).containsExactly("items");
		assertThat(this.database.has("items")).isTrue();
	}

	/**
	 * Before Hibernate has started, which takes long.
	 */
	private void refused(String description, String advice, String setting) {
		this.runner.withPropertyValues("migrator.on-ddl-auto=fail", setting)
			.run((context) -> assertRefusal(context, description, advice));
	}

	private static void assertRefusal(AssertableApplicationContext context, String description, String advice) {
		DdlAutoException problem = (DdlAutoException) Contexts.problem(context);

		assertThat(problem.description()).isEqualTo(description);
		assertThat(problem.action()).isEqualTo(advice + "revisions change the schema (migrator revision "
				+ "--autogenerate). migrator.on-ddl-auto=warn lets the application start.");
	}

	private void start(String... properties) {
		this.runner.withPropertyValues(properties).run((context) -> assertThat(context).hasNotFailed());
	}

	private void start(Class<?> configuration) {
		this.runner.withUserConfiguration(configuration).run((context) -> assertThat(context).hasNotFailed());
	}

	private static void assertWarning(CapturedOutput output, String line) {
		assertThat(output.toString().lines().filter((each) -> each.contains("on-ddl-auto"))).singleElement()
			.asString()
			.contains(" WARN ")
			.endsWith(" " + line);
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizing {

		@Bean
		HibernatePropertiesCustomizer updating() {
			return (properties) -> properties.put("hibernate.hbm2ddl.auto", "update");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Dropping {

		@Bean
		HibernatePropertiesCustomizer dropping() {
			return (properties) -> properties.put("hibernate.hbm2ddl.auto", "create");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnFactory {

		@Bean
		LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
			factory.setDataSource(dataSource);
			factory.setPackagesToScan(Item.class.getPackageName());
			factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
			factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "update"));
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDroppingFactory {

		@Bean
		LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean factory = new OwnFactory().entityManagerFactory(dataSource);
			factory
				.setJpaPropertyMap(Map.of("jakarta.persistence.schema-generation.database.action", "drop-and-create"));
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoFactories {

		@Bean
		@Primary
		LocalContainerEntityManagerFactoryBean items(DataSource dataSource) {
			return new OwnFactory().entityManagerFactory(dataSource);
		}

		@Bean
		LocalContainerEntityManagerFactoryBean others(DataSource dataSource) {
			return new OwnFactory().entityManagerFactory(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OneMoreFactory {

		@Bean(defaultCandidate = false)
		LocalContainerEntityManagerFactoryBean others(DataSource dataSource) {
			return new OwnFactory().entityManagerFactory(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnFactoryWithoutAnAction {

		@Bean
		LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean factory = new OwnFactory().entityManagerFactory(dataSource);
			factory.getJpaPropertyMap().clear();
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FactoryOfFirst {

		@Bean
		LocalContainerEntityManagerFactoryBean entityManagerFactory(@Qualifier("first") DataSource dataSource) {
			return new OwnFactory().entityManagerFactory(dataSource);
		}

	}

}
