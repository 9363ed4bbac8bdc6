package dev.migrator.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.StartupMode;
import dev.migrator.autogenerate.ChangeCustomizer;
import dev.migrator.example.store.Item;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What uses the database is created after it was migrated.
 */
public class InitializationOrderTests {

	private static final AutoConfigurations JDBC = AutoConfigurations.of(JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class);

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("items", "create table items (id bigint primary key, name varchar(255));");
		this.runner = Contexts.runner(this.database, this.revisions).withConfiguration(JDBC);
	}

	/**
	 * It would wait for the migrator, and the migrator for it.
	 */
	@Test
	void whoSeesWhatIsGeneratedMayUseTheDatabase() {
		this.runner.withUserConfiguration(Customizing.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(ChangeCustomizer.class);
			assertThat(this.database.versionRows()).containsExactly("items");
		});
	}

	@Test
	void entitiesAreValidatedAgainstTheMigratedSchema() {
		this.runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(Entities.class)
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=validate")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(EntityManagerFactory.class);
				assertThat(dependencies(context.getBeanFactory(), "entityManagerFactory"))
					.contains("migratorInitializer");
			});
	}

	@Test
	void schemaThatDoesNotFitTheEntitiesFailsTheStart() {
		this.revisions.add("renamed <- items", "alter table items rename name to title;");

		this.runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(Entities.class)
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=validate", "migrator.packages=none")
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining("missing column [name]"));
	}

	@Test
	void tablesOfEntitiesAreCreatedFirstIfSpringBootIsToldTo() {
		this.runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(Entities.class)
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=create",
					"spring.jpa.defer-datasource-initialization=true", "migrator.packages=none")
			.run((context) -> assertThat(Contexts.problem(context))
				.hasMessageContaining("relation \"items\" already exists"));
	}

	@Test
	void entitiesAreValidatedWithAPoolOfOneConnection() {
		this.runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(Entities.class)
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=validate",
					"spring.datasource.hikari.maximum-pool-size=1", "spring.datasource.hikari.connection-timeout=30000")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void beansWithJdbcFindTheTablesWhenTheyAreCreated() {
		this.runner.withUserConfiguration(QueryingBeans.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean("withClient")).isEqualTo(0);
			assertThat(context.getBean("withTemplate")).isEqualTo(0);
			assertThat(context.getBean("withNamedTemplate")).isEqualTo(0);
		});
	}

	@Test
	void jooqFindsTheTables() {
		this.runner.withConfiguration(AutoConfigurations.of(JooqAutoConfiguration.class))
			.withUserConfiguration(QueryingJooq.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean("withJooq")).isEqualTo(0);
			});
	}

	@Test
	void markedBeanFindsTheTablesThoughItHasOnlyTheDataSource() {
		this.runner.withUserConfiguration(MarkedBean.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean("marked")).isEqualTo(0);
		});
	}

	@Test
	void beanOfAnOwnInitializerFindsTheTablesToo() {
		this.runner.withUserConfiguration(OwnInitializer.class, QueryingBeans.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(dependencies(context.getBeanFactory(), "jdbcTemplate")).contains("own")
				.doesNotContain("migratorInitializer");
		});
	}

	@Test
	void scriptsOfSpringBootRunAfterTheMigration() {
		this.runner.withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
			.withPropertyValues("spring.sql.init.mode=always",
					"spring.sql.init.data-locations=" + script("insert into items values (7, 'of data.sql')"))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.database.value("select name from items")).isEqualTo("of data.sql");
				assertThat(dependencies(context.getBeanFactory(), "dataSourceScriptDatabaseInitializer"))
					.contains("migratorInitializer");
			});
	}

	@Test
	void quartzFindsItsTables() {
		this.revisions.file("0100_quartz.sql",
				revision("quartz", "items", "org/quartz/impl/jdbcjobstore/tables_postgres.sql"));

		this.runner.withConfiguration(AutoConfigurations.of(QuartzAutoConfiguration.class))
			.withPropertyValues("spring.quartz.job-store-type=jdbc", "spring.quartz.jdbc.initialize-schema=never",
					"spring.quartz.properties.org.quartz.jobStore.driverDelegateClass="
							+ "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
					"spring.quartz.properties.org.quartz.threadPool.threadCount=1",
					"spring.datasource.hikari.maximum-pool-size=4")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Scheduler.class).isStarted()).isTrue();
				assertThat(dependencies(context.getBeanFactory(), "quartzScheduler")).contains("migratorInitializer");
			});
	}

	@Test
	void sessionsFindTheirTables() {
		this.revisions.file("0100_session.sql",
				revision("session", "items", "org/springframework/session/jdbc/schema-postgresql.sql"));

		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class,
					SessionAutoConfiguration.class, JdbcSessionAutoConfiguration.class))
			.withConfiguration(JDBC)
			.withPropertyValues(this.database.properties())
			.withPropertyValues("migrator.locations=" + this.revisions.location(),
					"spring.session.jdbc.initialize-schema=never")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(JdbcIndexedSessionRepository.class).findById("none")).isNull();
				assertThat(dependencies(context.getBeanFactory(), "sessionRepository")).contains("migratorInitializer");
			});
	}

	private static Iterable<String> dependencies(ConfigurableListableBeanFactory beans, String name) {
		String[] dependsOn = beans.getMergedBeanDefinition(name).getDependsOn();
		return (dependsOn != null) ? Arrays.asList(dependsOn) : List.of();
	}

	private String script(String sql) {
		this.revisions.file("data.txt", sql);
		return this.revisions.location() + "/data.txt";
	}

	private static String revision(String id, String revises, String resource) {
		try {
			String sql = new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
			return "-- revision: " + id + "\n-- revises: " + revises + "\n\n-- migrator:upgrade\n"
					+ sql.replaceAll("(?im)^commit;", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int count(DataSource dataSource) {
		return JdbcClient.create(dataSource).sql("select count(*) from items").query(Integer.class).single();
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Item.class)
	public static class Entities {

	}

	@Configuration(proxyBeanMethods = false)
	static class QueryingBeans {

		@Bean
		Object withClient(JdbcClient jdbc) {
			return jdbc.sql("select count(*) from items").query(Integer.class).single();
		}

		@Bean
		Object withTemplate(JdbcTemplate jdbc) {
			return jdbc.queryForList("select * from items").size();
		}

		@Bean
		Object withNamedTemplate(NamedParameterJdbcTemplate jdbc) {
			return jdbc.queryForList("select * from items", Map.of()).size();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class QueryingJooq {

		@Bean
		Object withJooq(DSLContext jooq) {
			return jooq.fetchCount(DSL.table("items"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedBean {

		@Bean
		@DependsOnDatabaseInitialization
		Object marked(DataSource dataSource) {
			return count(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnInitializer {

		@Bean
		MigratorInitializer own(Migrator migrator) {
			return new MigratorInitializer(List.of(migrator), StartupMode.UPGRADE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizing {

		@Bean
		ChangeCustomizer changeCustomizer(JdbcTemplate jdbc) {
			int items = jdbc.queryForList("select * from items").size();
			return (changes) -> changes.subList(0, Math.min(items, changes.size()));
		}

	}

}
