package dev.migrator.actuate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.Contexts;
import dev.migrator.autoconfigure.MigratorHealthContributorAutoConfiguration;
import dev.migrator.result.Finding;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * When an application is healthy as far as its migrations go.
 */
class MigratorHealthIndicatorTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a ();").add("b <- a", "create table b ();");
		this.runner = Contexts.runner(this.database, this.revisions)
			.withConfiguration(AutoConfigurations.of(MigratorHealthContributorAutoConfiguration.class));
	}

	@Test
	void upIfNothingIsPending() {
		this.runner.run((context) -> {
			Health health = health(context);

			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsExactly(entry("current", List.of("b")),
					entry("heads", List.of("b")), entry("pending", List.of()));
		});
	}

	@Test
	void upWithAnInvalidIndex() {
		this.revisions.add("c <- b", """
				create table t (id int primary key);
				update pg_index set indisvalid = false where indexrelid = 't_pkey'::regclass""");
		this.runner.run((context) -> {
			assertThat(context.getBean(Migrator.class).checkRevisions()).extracting(Finding::kind)
				.containsExactly(Finding.Kind.INVALID_INDEX);
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void outOfServiceIfSomethingIsPending() {
		this.runner.withPropertyValues("migrator.startup=none").run((context) -> {
			Health health = health(context);

			assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(health.getDetails()).containsEntry("pending", List.of("a", "b"));
		});
	}

	@Test
	void upIfWhatIsPendingIsBeyondTheTarget() {
		this.runner.withPropertyValues("migrator.target=a").run((context) -> {
			Health health = health(context);

			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("current", List.of("a"));
		});
	}

	@Test
	void outOfServiceIfARevisionStoppedHalfWay() {
		this.runner.run((context) -> {
			this.database.execute("insert into migrator_history (revision, direction, started, outcome, statements, "
					+ "statements_done, db_user) values ('b', 'upgrade', now(), 'failed', 2, 1, 'me')");

			assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(health(context).getDetails()).hasEntrySatisfying("halfWay",
					(value) -> assertThat(value.toString()).contains("revision=b", "direction=upgrade", "statements=2",
							"statementsDone=1", "command=migrator upgrade b"));
		});
	}

	@Test
	void upWhileANewerVersionOfTheApplicationIsAtWork() {
		this.runner.run((context) -> {
			this.database.execute("insert into migrator_history (revision, direction, started, outcome, statements, "
					+ "statements_done, db_user) values ('newer', 'upgrade', now(), 'running', 2, 1, 'me')");

			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void upBesideANewerVersionOfTheApplication() {
		this.runner.run((context) -> {
			this.database.execute("update migrator_version set version_num = 'newer'");

			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("current", List.of("newer"))
				.containsEntry("pending", List.of());
		});
	}

	@Test
	void takesOneConnection() {
		AtomicInteger taken = new AtomicInteger();
		DataSource counting = new DelegatingDataSource(this.database.dataSource()) {

			@Override
			public Connection getConnection() throws SQLException {
				taken.incrementAndGet();
				return super.getConnection();
			}

		};
		Migrator migrator = Migrator.builder(counting).locations(this.revisions.location()).build();

		assertThat(new MigratorHealthIndicator(migrator).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(taken).hasValue(1);
	}

	@Test
	void downWithoutAPasswordIfTheDatabaseIsGone() {
		this.runner
			.withPropertyValues("spring.datasource.password=geheim", "spring.datasource.hikari.connection-timeout=300")
			.run((context) -> {
				Postgres.maintenance().execute("drop database " + this.database.name() + " (force)");

				Health health = health(context);

				assertThat(health.getStatus()).isEqualTo(Status.DOWN);
				assertThat(String.valueOf(health.getDetails())).contains("SQLSTATE").doesNotContain("geheim");
			});
	}

	@Test
	void severalMigratorsAreSeveralContributors() {
		this.runner.withUserConfiguration(TwoMigrators.class).run((context) -> {
			CompositeHealthContributor composite = (CompositeHealthContributor) context
				.getBean("migratorHealthContributor", HealthContributor.class);

			assertThat(composite.stream().map(CompositeHealthContributor.Entry::name))
				.containsExactlyInAnyOrder("billing", "catalog");
		});
	}

	@Test
	void absentIfSwitchedOff() {
		this.runner.withPropertyValues("management.health.migrator.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(Migrator.class)
				.doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void absentWithoutAMigrator() {
		this.runner.withPropertyValues("migrator.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void ownIndicatorReplacesOurs() {
		this.runner.withUserConfiguration(OwnIndicator.class)
			.run((context) -> assertThat(context).hasSingleBean(HealthContributor.class)
				.hasBean("migratorHealthIndicator"));
	}

	@Test
	void shownOverHttpAndUnavailableWhileSomethingIsPending() {
		try (WebApplication application = WebApplication.start(this.database, "migrator.startup=none",
				"migrator.locations=" + this.revisions.location(),
				"management.endpoint.health.group.readiness.include=readinessState,migrator")) {
			assertThat(application.get("health/migrator").statusCode()).isEqualTo(503);
			assertThat(application.get("health/readiness").statusCode()).isEqualTo(503);

			application.context().getBean(Migrator.class).upgrade();

			assertThat(application.get("health/migrator").body())
				.isEqualTo("{\"details\":{\"current\":[\"b\"],\"heads\":[\"b\"],\"pending\":[]},\"status\":\"UP\"}");
			assertThat(application.get("health/readiness").statusCode()).isEqualTo(200);
		}
	}

	private static Health health(ApplicationContext context) {
		Health health = context.getBean("migratorHealthContributor", HealthIndicator.class).health();
		assertThat(health).isNotNull();
		return health;
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoMigrators {

		@Bean
		Migrator billing(DataSource dataSource, @Value("${migrator.locations}") String location) {
			return Migrator.builder(dataSource).locations(location).build();
		}

		@Bean
		Migrator catalog(DataSource dataSource) {
			return Migrator.builder(dataSource)
				.locations("classpath:none")
				.versionTable("catalog_version")
				.historyTable("catalog_history")
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnIndicator {

		@Bean
		HealthIndicator migratorHealthIndicator() {
			return () -> Health.unknown().build();
		}

	}

}
