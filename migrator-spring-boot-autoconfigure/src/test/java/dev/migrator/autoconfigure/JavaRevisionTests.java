package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.example.component.ComponentRevision;
import dev.migrator.example.injecting.UserService;
import dev.migrator.example.seeding.Seeding;
import dev.migrator.example.seeding.UserNames;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.script.IrreversibleRevisionException;
import dev.migrator.internal.script.JavaRevisionException;
import dev.migrator.result.RevisionStatus;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Revisions that are classes.
 */
class JavaRevisionTests {

	private static final String SEEDING = "dev.migrator.example.seeding";

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("users", "create table users (name text, backend int);", "drop table users;");
		this.runner = Contexts.runner(this.database, this.revisions).withUserConfiguration(Names.class);
	}

	@Test
	void classesAreFoundUnderThePackagesOfTheApplication() {
		this.runner.withUserConfiguration(Application.class).run((context) -> {
			assertThat(this.database.versionRows()).containsExactly("seed");
			assertThat(this.database.column("select name from users order by 1")).containsExactly("ann", "bob");
			assertThat(this.database.value("select script from migrator_history where revision = 'seed'"))
				.isEqualTo("dev.migrator.example.seeding.SeedUsers");
		});
	}

	@Test
	void classesAreFoundUnderThePackagesThatWereSaid() {
		this.runner.withPropertyValues("migrator.packages=dev.migrator.example.none, " + SEEDING)
			.run((context) -> assertThat(this.database.versionRows()).containsExactly("seed"));
	}

	@Test
	void packagesThatWereSaidAreSearchedInsteadOfTheApplications() {
		this.runner.withUserConfiguration(Application.class)
			.withPropertyValues("migrator.packages=dev.migrator.example.none")
			.run((context) -> assertThat(this.database.versionRows()).containsExactly("users"));
	}

	@Test
	void noClassIsFoundWithoutAnyPackages() {
		this.runner.run((context) -> assertThat(this.database.versionRows()).containsExactly("users"));
	}

	@Test
	void factsAreThoseOfTheAnnotation() {
		this.runner.withPropertyValues("migrator.packages=" + SEEDING, "migrator.startup=none").run((context) -> {
			RevisionStatus seed = context.getBean(Migrator.class).show("seed").status();
			assertThat(seed.downRevisions()).containsExactly("users");
			assertThat(seed.message()).isEqualTo("seed users");
			assertThat(seed.created()).isEqualTo("2026-02-03T03:05:06Z");
			assertThat(seed.script()).isEqualTo("dev.migrator.example.seeding.SeedUsers");
		});
	}

	@Test
	void classIsCreatedOnlyIfItIsPlanned() {
		this.runner.withPropertyValues("migrator.packages=" + SEEDING).run((context) -> {
			int created = Seeding.instances();

			this.runner.withPropertyValues("migrator.packages=" + SEEDING).run((again) -> {
				assertThat(again).hasNotFailed();
				assertThat(again.getBean(Migrator.class).status().current()).containsExactly("seed");
				assertThat(Seeding.instances()).isEqualTo(created);
			});
		});
	}

	@Test
	void missingDependencyOfAPlannedClassIsReportedWithItsClass() {
		Contexts.runner(this.database, this.revisions)
			.withPropertyValues("migrator.packages=" + SEEDING)
			.run((context) -> {
				assertThat(Contexts.problem(context)).isInstanceOf(JavaRevisionException.class)
					.hasMessageContaining(
							"The Java revision dev.migrator.example.seeding.SeedUsers could not be created")
					.hasMessageContaining("UserNames");
				assertThat(this.database.has("users")).isFalse();
			});
	}

	@Test
	void exceptionOfAClassThatIsRecordedIsReportedWithItsRevisionAndLine() {
		this.runner.withPropertyValues("migrator.packages=dev.migrator.example.throwing")
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(JavaRevisionException.class)
				.hasMessageContaining("""
						Revision throwing (dev.migrator.example.throwing.SaysNothing) failed in upgrade(Operations):

						    at upgrade (SaysNothing.java:12)

						  java.lang.IllegalArgumentException: 'sql' must not be empty

						Fix the class and start again.""")
				.hasRootCauseInstanceOf(IllegalArgumentException.class));
	}

	@Test
	void whatIsRecordedWhileDataIsChangedIsRefusedAndNotLost() {
		this.runner.withPropertyValues("migrator.packages=dev.migrator.example.late").run((context) -> {
			assertThat(Contexts.problem(context)).isInstanceOf(ScriptFailedException.class)
				.hasMessageContaining("Revision late (RecordsLate) failed in a data change")
				.hasMessageContaining("were used after its upgrade or downgrade had returned")
				.hasMessageContaining("use jdbc");
			assertThat(this.database.versionRows()).containsExactly("users");
		});
	}

	@Test
	void dataIsChangedOnTheConnectionOfTheMigration() {
		this.revisions.add("before <- seed", "create table backend as select pg_backend_pid() as pid;");

		this.runner.withPropertyValues("migrator.packages=" + SEEDING)
			.run((context) -> assertThat(
					this.database.value("select count(*) from users join backend on backend.pid = users.backend"))
				.isEqualTo("2"));
	}

	@Test
	void dataIsChangedInTheTransactionOfTheRevision() {
		this.revisions.add("one <- users", "insert into users (name) values ('ann');");

		this.runner.withPropertyValues("migrator.packages=dev.migrator.example.failing").run((context) -> {
			assertThat(Contexts.problem(context)).isInstanceOf(ScriptFailedException.class)
				.hasMessageContaining("Revision half (HalfDone) failed in operation 2 of 2, a data change")
				.hasMessageContaining("rename everybody")
				.hasMessageContaining("IllegalStateException: half-way")
				.hasMessageContaining("Nothing of this revision was kept; the database is at");
			assertThat(this.database.has("half")).isFalse();
			assertThat(this.database.column("select name from users")).doesNotContain("nobody");
		});
	}

	@Test
	void dataThatHasItsReverseIsUndoneWithoutADowngradeMethod() {
		this.runner.withPropertyValues("migrator.packages=" + SEEDING).run((context) -> {
			context.getBean(Migrator.class).downgrade("users");

			assertThat(this.database.versionRows()).containsExactly("users");
			assertThat(this.database.column("select name from users")).isEmpty();
		});
	}

	@Test
	void sqlHasNoReverseAndIsRefusedBeforeAnythingRan() {
		this.runner.withPropertyValues("migrator.packages=dev.migrator.example.component").run((context) -> {
			assertThatExceptionOfType(IrreversibleRevisionException.class)
				.isThrownBy(() -> context.getBean(Migrator.class).downgrade("base"))
				.withMessageContaining("Revision component (ComponentRevision) cannot be undone")
				.withMessageContaining("Override downgrade(Operations) in dev.migrator.example.component");
			assertThat(this.database.has("component")).isTrue();
		});
	}

	@Test
	void beanThatUsesTheDatabaseIsRefusedWithTheWayToIt() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
			.withUserConfiguration(LazyServices.class)
			.withPropertyValues("migrator.packages=dev.migrator.example.injecting")
			.run((context) -> {
				assertThat(Contexts.problem(context)).isInstanceOf(JavaRevisionException.class)
					.hasMessageStartingWith("""
							The Java revision dev.migrator.example.injecting.NeedsUserService needs a bean that itself \
							waits for the migration:

							    dev.migrator.example.injecting.NeedsUserService
							        needs userService
							        needs jdbcClient
							""")
					.hasMessageContaining("op.data(");
				assertThat(this.database.has("needy")).isFalse();
				assertThat(this.database.has("users")).isFalse();
			});
	}

	@Test
	void beanThatIsBeingCreatedAndWaitsForTheMigrationIsRefusedByName() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
			.withUserConfiguration(Services.class)
			.withPropertyValues("migrator.packages=dev.migrator.example.injecting")
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(JavaRevisionException.class)
				.hasMessageContainingAll("waits for the migration", "NeedsUserService\n        needs userService\n"));
	}

	@Test
	void circleThatHasNothingToDoWithTheMigrationIsNotBlamedOnIt() {
		this.runner.withUserConfiguration(Circle.class)
			.withPropertyValues("migrator.packages=dev.migrator.example.injecting")
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(JavaRevisionException.class)
				.hasMessageContaining("NeedsUserService could not be created")
				.hasMessageNotContaining("waits for the migration"));
	}

	@Test
	void annotatedClassThatIsNoRevisionIsRefused() {
		this.runner.withPropertyValues("migrator.packages=dev.migrator.example.wrong")
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(JavaRevisionException.class)
				.hasMessageContaining("dev.migrator.example.wrong.NotARevision has @RevisionScript but is not"));
	}

	@Test
	void revisionWithoutAnnotationIsRefused() {
		this.runner.withUserConfiguration(Unannotated.class)
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(JavaRevisionException.class)
				.hasMessageContaining("has no @RevisionScript"));
	}

	@Test
	void componentIsOneRevisionAndNotTwo() {
		this.runner.withUserConfiguration(Scanning.class).run((context) -> {
			assertThat(context.getBeanNamesForType(JavaRevision.class)).containsExactly("named");
			assertThat(this.database.versionRows()).containsExactlyInAnyOrder("component", "users");
		});
	}

	@Test
	void beanMethodOfAFoundClassIsOneRevisionAndNotTwo() {
		this.runner.withUserConfiguration(BeanMethod.class)
			.withPropertyValues("migrator.packages=dev.migrator.example.component")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.database.versionRows()).containsExactlyInAnyOrder("component", "users");
				assertThat(this.database.value("select obj_description('component'::regclass)"))
					.isEqualTo("of the bean method");
			});
	}

	@Test
	void sqlRevisionMayFollowAJavaRevision() {
		this.revisions.add("after <- seed", "delete from users where name = 'ann';");

		this.runner.withPropertyValues("migrator.packages=" + SEEDING).run((context) -> {
			assertThat(this.database.versionRows()).containsExactly("after");
			assertThat(this.database.column("select name from users")).containsExactly("bob");
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Names {

		@Bean
		UserNames userNames() {
			return new UserNames(List.of("ann", "bob"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackages = SEEDING)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class Services {

		@Bean
		UserService userService(JdbcClient jdbcClient) {
			return new UserService(jdbcClient);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyServices {

		@Bean
		@Lazy
		UserService userService(JdbcClient jdbcClient) {
			return new UserService(jdbcClient);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Circle {

		@Bean
		@Lazy
		UserService userService(@Qualifier("userService") UserService self) {
			return self;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unannotated {

		@Bean
		JavaRevision unannotated() {
			return (op) -> op.execute("select 1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ComponentScan(basePackageClasses = ComponentRevision.class)
	@AutoConfigurationPackage(basePackageClasses = ComponentRevision.class)
	static class Scanning {

	}

	@Configuration(proxyBeanMethods = false)
	static class BeanMethod {

		@Bean
		ComponentRevision component() {
			return new ComponentRevision() {

				@Override
				public void upgrade(Operations op) {
					super.upgrade(op);
					op.execute("comment on table component is 'of the bean method'");
				}

			};
		}

	}

}
