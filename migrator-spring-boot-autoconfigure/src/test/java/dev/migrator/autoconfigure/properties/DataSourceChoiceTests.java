package dev.migrator.autoconfigure.properties;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.Migrator;
import dev.migrator.autoconfigure.Contexts;
import dev.migrator.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.autoconfigure.MigratorDataSource;
import dev.migrator.internal.dialect.connection.ConnectionRefusedException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which database is migrated, and over which DataSource.
 */
class DataSourceChoiceTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a ();");
		this.runner = Contexts.runner(this.database, this.revisions);
	}

	@Test
	void applicationsOwnDataSourceIsUsedAsItIs() {
		this.runner.run((context) -> {
			assertThat(context.getBean(Migrator.class).dataSource()).isSameAs(context.getBean(DataSource.class))
				.isInstanceOf(HikariDataSource.class);
			assertThat(this.database.versionRows()).containsExactly("a");
		});
	}

	@Test
	void markedDataSourceIsUsedInsteadOfTheMainOne() {
		TestDatabase other = Postgres.newDatabase();
		this.runner.withPropertyValues("other.url=" + other.url(), "other.username=" + other.user())
			.withUserConfiguration(MarkedBesideMain.class)
			.run((context) -> {
				assertThat(context.getBean(Migrator.class).dataSource()).isSameAs(context.getBean("marked"));
				assertThat(other.versionRows()).containsExactly("a");
				assertThat(this.database.has("migrator_version")).isFalse();
			});
	}

	@Test
	void markedDataSourceThatIsNoDefaultCandidateLeavesTheAutoConfiguredOneInPlace() {
		TestDatabase other = Postgres.newDatabase();
		this.runner.withPropertyValues("other.url=" + other.url(), "other.username=" + other.user())
			.withUserConfiguration(MarkedOnly.class)
			.run((context) -> {
				assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
				assertThat(context.getBean(Migrator.class).dataSource()).isSameAs(context.getBean("marked"));
				assertThat(other.versionRows()).containsExactly("a");
			});
	}

	@Test
	void markedDataSourceIsEnoughWithoutAnyOther() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigratorAutoConfiguration.class))
			.withPropertyValues("migrator.locations=" + this.revisions.location(), "other.url=" + this.database.url(),
					"other.username=" + this.database.user(), "other.password=" + this.database.password())
			.withUserConfiguration(MarkedOnly.class)
			.run((context) -> assertThat(this.database.versionRows()).containsExactly("a"));
	}

	@Test
	void markedDataSourceIsUsedEvenIfAUrlIsSet() {
		this.runner
			.withPropertyValues("migrator.url=jdbc:postgresql://nowhere.invalid/none",
					"other.url=" + this.database.url(), "other.username=" + this.database.user(),
					"other.password=" + this.database.password())
			.withUserConfiguration(MarkedOnly.class)
			.run((context) -> assertThat(this.database.versionRows()).containsExactly("a"));
	}

	@Test
	void urlOfItsOwnIsUsedInsteadOfTheMainDataSource() {
		TestDatabase other = Postgres.newDatabase();
		this.runner
			.withPropertyValues("migrator.url=" + other.url(), "migrator.username=" + other.user(),
					"migrator.password=" + other.password())
			.run((context) -> {
				assertThat(context.getBean(Migrator.class).dataSource()).isInstanceOf(SimpleDriverDataSource.class);
				assertThat(context).hasSingleBean(DataSource.class);
				assertThat(other.versionRows()).containsExactly("a");
				assertThat(this.database.has("migrator_version")).isFalse();
			});
	}

	@Test
	void urlOfItsOwnMayHaveTheFormThatHostsGive() {
		TestDatabase other = Postgres.newDatabase();
		this.runner
			.withPropertyValues(
					"DATABASE_URL=" + other.url()
						.replace("jdbc:postgresql://", "postgresql://" + other.user() + ":" + other.password() + "x@"),
					"migrator.url=${DATABASE_URL}", "migrator.password=" + other.password())
			.run((context) -> {
				SimpleDriverDataSource own = (SimpleDriverDataSource) context.getBean(Migrator.class).dataSource();
				assertThat(own.getUrl()).isEqualTo(other.url());
				assertThat(own.getUsername()).isEqualTo(other.user());
				assertThat(own.getPassword()).as("what is set by itself").isEqualTo(other.password());
				assertThat(other.versionRows()).containsExactly("a");
			});
	}

	@Test
	void urlOfItsOwnIsEnoughWithoutAnyDataSource() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigratorAutoConfiguration.class))
			.withPropertyValues("migrator.url=" + this.database.url(), "migrator.username=" + this.database.user(),
					"migrator.password=" + this.database.password(), "migrator.locations=" + this.revisions.location())
			.run((context) -> {
				assertThat(context).doesNotHaveBean(DataSource.class);
				assertThat(this.database.versionRows()).containsExactly("a");
			});
	}

	@Test
	void loginOfItsOwnIsTheOneThatMigrates() {
		this.database.execute("do $$ begin create role migrator_login superuser login password 'geheim'; "
				+ "exception when duplicate_object then null; end $$");
		this.runner
			.withPropertyValues("migrator.url=" + this.database.url(), "migrator.username=migrator_login",
					"migrator.password=geheim")
			.run((context) -> assertThat(this.database.value("select db_user from migrator_history"))
				.isEqualTo("migrator_login"));
	}

	@Test
	void loginOfTheApplicationIsNotTriedOnAnUrlOfItsOwn() {
		this.runner.withPropertyValues("migrator.url=" + this.database.url(), "migrator.startup=none")
			.run((context) -> {
				SimpleDriverDataSource own = (SimpleDriverDataSource) context.getBean(Migrator.class).dataSource();
				assertThat(own.getUsername()).isNull();
				assertThat(own.getPassword()).isNull();
			});
	}

	@Test
	void userWithoutAnUrlIsRefused() {
		this.runner.withPropertyValues("migrator.username=admin")
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(MigratorConfigurationException.class)
				.hasMessageContaining("migrator.username")
				.hasMessageContaining("Set migrator.url too"));
	}

	@Test
	void passwordWithoutAnUrlIsRefusedAndNotShown() {
		this.runner.withPropertyValues("migrator.password=geheim")
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(MigratorConfigurationException.class)
				.hasMessageContaining("migrator.url is not")
				.hasMessageNotContaining("geheim"));
	}

	@Test
	void severalDataSourcesWithoutAPrimaryOneAreRefusedByName() {
		this.runner.withUserConfiguration(TwoDataSources.class)
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(MigratorConfigurationException.class)
				.hasMessageContaining("first, second")
				.hasMessageContaining("@MigratorDataSource"));
	}

	@Test
	void connectionDetailsWithoutADataSourceAreRefused() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigratorAutoConfiguration.class))
			.withUserConfiguration(ConnectionDetailsOnly.class)
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(MigratorConfigurationException.class)
				.hasMessageContaining("There is no DataSource"));
	}

	@Test
	void primaryDataSourceWins() {
		this.runner.withUserConfiguration(PrimaryAmongTwo.class).run((context) -> {
			assertThat(context.getBean(Migrator.class).dataSource()).isSameAs(context.getBean("second"));
			assertThat(this.database.versionRows()).containsExactly("a");
		});
	}

	@Test
	void otherProductIsRefusedByName() {
		Contexts.runner()
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:other",
					"spring.datasource.generate-unique-name=false", "migrator.locations=" + this.revisions.location())
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(ConnectionRefusedException.class)
				.hasMessageContaining("The DataSource leads to H2")
				.hasMessageContaining("migrator.enabled=false"));
	}

	@Test
	void missingDriverIsRefusedByName() {
		Contexts.runner()
			.withClassLoader(new FilteredClassLoader("org.postgresql"))
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:driverless",
					"spring.datasource.generate-unique-name=false", "migrator.locations=" + this.revisions.location())
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(MigratorConfigurationException.class)
				.hasMessageContaining("The PostgreSQL driver is not on the class path")
				.hasMessageContaining("org.postgresql:postgresql"));
	}

	@Test
	void connectionThatHidesTheDriverIsRefusedWithTheAdviceOfAnUrl() {
		this.runner.withUserConfiguration(HiddenDriver.class)
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(ConnectionRefusedException.class)
				.hasMessageContaining("does not unwrap")
				.hasMessageContaining("migrator.url"));
	}

	@Test
	void routingDataSourceIsMigratedWhereItLeadsByDefault() {
		this.runner.withUserConfiguration(Routing.class)
			.run((context) -> assertThat(this.database.versionRows()).containsExactly("a"));
	}

	@Test
	void routingDataSourceThatLeadsNowhereIsRefusedWithAdvice() {
		this.runner.withUserConfiguration(RoutingNowhere.class)
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(ConnectionRefusedException.class)
				.hasMessageContaining("The DataSource gave no connection")
				.hasMessageContaining("Cannot determine target DataSource for lookup key [null]")
				.hasMessageContaining("migrator.url"));
	}

	@Test
	void initSqlOfThePoolDecidesAboutSchemaAndOwner() {
		this.database.execute("create schema app");
		this.database
			.execute("do $$ begin create role migrator_app; exception when duplicate_object then null; end $$");
		this.database.execute("grant all on schema app to migrator_app");

		this.runner
			.withPropertyValues(
					"spring.datasource.hikari.connection-init-sql=set role migrator_app; set search_path = app")
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.column("select relname || ' of ' || relowner::regrole from pg_class "
				+ "where relnamespace = 'app'::regnamespace and relkind = 'r' order by 1"))
			.containsExactly("a of migrator_app", "migrator_history of migrator_app",
					"migrator_version of migrator_app");
	}

	@Test
	void schemaOfThePoolIsTheSchemaOfTheMigration() {
		this.database.execute("create schema app");

		this.runner.withPropertyValues("spring.datasource.hikari.schema=app")
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.has("app.a")).isTrue();
		assertThat(this.database.has("app.migrator_version")).isTrue();
	}

	@Test
	@Tag("boot-4.1")
	void lazyFetchOfConnectionsMakesNoDifference() {
		this.runner.withPropertyValues("spring.datasource.connection-fetch=lazy").run((context) -> {
			assertThat(context.getBean(DataSource.class)).isInstanceOf(LazyConnectionDataSourceProxy.class);
			assertThat(this.database.versionRows()).containsExactly("a");
		});
	}

	@Test
	void poolOfOneConnectionIsEnough() {
		this.revisions.addWithoutTransaction("b <- a", "vacuum;");

		this.runner
			.withPropertyValues("spring.datasource.hikari.maximum-pool-size=1",
					"spring.datasource.hikari.connection-timeout=30000")
			.run((context) -> {
				assertThat(this.database.versionRows()).containsExactly("b");
				HikariDataSource pool = context.getBean(HikariDataSource.class);
				assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
			});
	}

	private static DataSource other(Environment environment) {
		return simple(environment, "other");
	}

	private static DataSource simple(Environment environment, String prefix) {
		SimpleDriverDataSource dataSource = new SimpleDriverDataSource(new Driver(),
				environment.getRequiredProperty(prefix + ".url"));
		dataSource.setUsername(environment.getProperty(prefix + ".username"));
		dataSource.setPassword(environment.getProperty(prefix + ".password"));
		return dataSource;
	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedBesideMain {

		@Bean
		@Primary
		DataSource main(Environment environment) {
			return simple(environment, "spring.datasource");
		}

		@Bean
		@MigratorDataSource
		DataSource marked(Environment environment) {
			return other(environment);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedOnly {

		@Bean(defaultCandidate = false)
		@MigratorDataSource
		DataSource marked(Environment environment) {
			return other(environment);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		DataSource first(Environment environment) {
			return simple(environment, "spring.datasource");
		}

		@Bean
		DataSource second(Environment environment) {
			return simple(environment, "spring.datasource");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryAmongTwo {

		@Bean
		DataSource first() {
			return new SimpleDriverDataSource(new Driver(), "jdbc:postgresql://nowhere.invalid/none");
		}

		@Bean
		@Primary
		DataSource second(Environment environment) {
			return simple(environment, "spring.datasource");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ConnectionDetailsOnly {

		@Bean
		JdbcConnectionDetails connectionDetails() {
			return new JdbcConnectionDetails() {

				@Override
				public String getUsername() {
					return "nobody";
				}

				@Override
				public String getPassword() {
					return "";
				}

				@Override
				public String getJdbcUrl() {
					return "jdbc:postgresql://nowhere.invalid/none";
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HiddenDriver {

		@Bean
		DataSource hiding(Environment environment) {
			return new DelegatingDataSource(simple(environment, "spring.datasource")) {

				@Override
				public Connection getConnection() throws SQLException {
					Connection connection = super.getConnection();
					return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
							new Class<?>[] { Connection.class },
							(proxy, method, arguments) -> switch (method.getName()) {
								case "isWrapperFor" -> false;
								case "unwrap" -> throw new SQLException("no");
								default -> method.invoke(connection, arguments);
							});
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Routing {

		@Bean
		DataSource routing(Environment environment) {
			AbstractRoutingDataSource routing = routingDataSource();
			routing.setDefaultTargetDataSource(simple(environment, "spring.datasource"));
			return routing;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RoutingNowhere {

		@Bean
		DataSource routing() {
			return routingDataSource();
		}

	}

	private static AbstractRoutingDataSource routingDataSource() {
		AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {

			@Override
			protected Object determineCurrentLookupKey() {
				return null;
			}

		};
		routing.setTargetDataSources(Map.of());
		return routing;
	}

}
