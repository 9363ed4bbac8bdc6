package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.util.stream.Stream;

import dev.migrator.example.busy.BusyApplication;
import dev.migrator.testing.ChildProcess;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A command runs in the application's own process, and wakes nothing of it that it does
 * not need.
 */
class CommandTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("items", "create table items (id bigint primary key, name varchar(255));")
			.add("more <- items", "create table more ();");
	}

	@Test
	void aCommandWakesNoBeanThatItDoesNotNeed() {
		try (ChildProcess command = run("migrator", "upgrade", "+1")) {
			assertThat(command.exitCode()).isZero();
			assertThat(command.output()).contains("the database is at items")
				.doesNotContain("WOKEN", "Tomcat", "Started");
		}
		assertThat(this.database.versionRows()).containsExactly("items");
	}

	@Test
	void withoutACommandEverythingIsAwake() {
		try (ChildProcess application = run("--migrator.target=items", "--spring.main.web-application-type=none",
				"--spring.main.keep-alive=false")) {
			// The exit code generator is only asked at an orderly end.
			await().until(application::output, (output) -> output.contains("@Scheduled"));
			assertThat(application.output()).contains("WOKEN: CommandLineRunner", "WOKEN: repository",
					"WOKEN: SmartLifecycle", "WOKEN: @PostConstruct", "WOKEN: ApplicationStartedEvent",
					"WOKEN: @EventListener", "WOKEN: InitializingBean");
			application.terminate();
			application.exitCode();
		}
		assertThat(this.database.versionRows()).containsExactly("items");
	}

	@Test
	void aCommandThatReadsMigratesNothingAndItsOptionsAreNoPropertiesOfTheApplication() {
		CommandRun command = ended("migrator", "current", "--format=json");

		assertThat(command.exitCode()).isZero();
		assertThat(command.output()).startsWith("{").doesNotContain("WOKEN");
		assertThat(this.database.has("migrator_version")).isFalse();
	}

	@Test
	void whatIsHalfWayIsShownFirst() {
		this.revisions.addWithoutTransaction("half <- more", """
				create index concurrently ix on items (name);
				create index concurrently ix on items (name);
				create table late ();""");
		assertThat(ended("migrator", "upgrade").exitCode()).isEqualTo(1);

		String first = """
				Half-way: half, its upgrade stopped after 1 of 3 statements
				  in statement 2 of 3, line 9: relation "ix" already exists (SQLSTATE 42P07)
				  To continue: migrator upgrade half
				""";
		assertThat(ended("migrator", "current").output()).contains(first + "more");
		assertThat(ended("migrator", "current", "-v").output()).contains(first + "Rev: more");
		assertThat(ended("migrator", "history", "-i").output())
			.contains(first + "more -> half (head) (partial), make half");
		assertThat(ended("migrator", "history", "-i", "--graph").output()).contains(first + "* half");
		assertThat(ended("migrator", "history").output()).doesNotContain("Half-way");
		assertThat(ended("migrator", "check", "--no-model").output()).contains("""
				Revision half is half-way: its upgrade stopped after 1 of 3 statements.
				in statement 2 of 3, line 9: relation "ix" already exists (SQLSTATE 42P07)

				Continue it: migrator upgrade half
				""");
		assertThat(ended("migrator", "resolve", "half", "--done", "2").output()).contains("""
				Revision half is half-way: its upgrade stopped after 1 of 3 statements.
				This is not recorded as done, and will not be run:
				  2 (line 9): create index concurrently ix on items (name)
				Of the upgrade of revision half, 2 of 3 statements count as done from now on. To continue: \
				migrator upgrade half
				""");
		assertThat(ended("migrator", "resolve", "half", "--applied").output()).contains("""
				This will not be run:
				  3 (line 10): create table late ()
				Revision half counts as applied from now on; the database is at half (head)
				""");
		assertThat(ended("migrator", "resolve", "half", "--done", "-1").exitCode()).isEqualTo(2);
	}

	@Test
	void aBeanThatFailsIsNamedWithItsReason() {
		CommandRun command = CommandRun.of(BusyApplication.class, "migrator", "current", "--busy.url=nonsense");
		assertThat(command.exitCode()).isEqualTo(1);
		assertThat(command.output()).contains("'dataSource'", "nonsense", "--stacktrace").doesNotContain("\tat ");

		CommandRun detailed = CommandRun.of(BusyApplication.class, "migrator", "current", "--stacktrace",
				"--busy.url=nonsense");
		assertThat(detailed.exitCode()).isEqualTo(1);
		assertThat(detailed.output()).contains("\tat ");
	}

	@Test
	void anApplicationThatCannotStartSaysWhyInOneParagraph() {
		CommandRun command = CommandRun.of(BusyApplication.class, "migrator", "current",
				"--spring.config.import=file:/nowhere/at/all.yml");

		assertThat(command.exitCode()).isEqualTo(1);
		assertThat(command.output()).contains("/nowhere/at/all.yml").doesNotContain("\tat ");
	}

	@Test
	void aCommandThatIsToldToEndSaysHowFarItCame() {
		this.revisions.add("slow <- more", "select pg_sleep(60);");

		try (ChildProcess command = run("migrator", "upgrade", "heads")) {
			await().until(() -> this.database.runs("pg_sleep(60)"));
			command.terminate();

			assertThat(command.exitCode()).isEqualTo(143);
			assertThat(command.output()).contains("The migration was stopped, because the process is shutting down")
				.doesNotContain("I/O error", "\tat ");
		}
		assertThat(this.database.versionRows()).containsExactly("more");
	}

	@Test
	void oneOfSeveralMigratorsIsNamed() {
		CommandRun unknown = ended("migrator", "current", "--migrator", "other");
		assertThat(unknown.exitCode()).isEqualTo(1);
		assertThat(unknown.output()).contains("no migrator with the name other", "It has: migrator");

		assertThat(ended("migrator", "upgrade", "+1", "--migrator", "migrator").exitCode()).isZero();
		assertThat(this.database.versionRows()).containsExactly("items");
	}

	private CommandRun ended(String... arguments) {
		return CommandRun.of(BusyApplication.class, all(arguments));
	}

	private ChildProcess run(String... arguments) {
		return ChildProcess.start(BusyApplication.class, all(arguments));
	}

	private String[] all(String... arguments) {
		return Stream.concat(
				Stream.of("--busy.url=" + this.database.fullUrl(), "--migrator.locations=" + this.revisions.location(),
						"--migrator.packages=none", "--spring.jpa.hibernate.ddl-auto=validate"),
				Stream.of(arguments))
			.toArray(String[]::new);
	}

}
