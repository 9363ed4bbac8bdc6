package dev.migrator.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;

import dev.migrator.example.quick.QuickApplications.Advised;
import dev.migrator.example.quick.QuickApplications.Changed;
import dev.migrator.example.quick.QuickApplications.Converted;
import dev.migrator.example.quick.QuickApplications.Customized;
import dev.migrator.example.quick.QuickApplications.FactoryProcessed;
import dev.migrator.example.quick.QuickApplications.Listened;
import dev.migrator.example.quick.QuickApplications.OtherDetails;
import dev.migrator.example.quick.QuickApplications.OtherProperties;
import dev.migrator.example.quick.QuickApplications.Overridden;
import dev.migrator.example.quick.QuickApplications.Owned;
import dev.migrator.example.quick.QuickApplications.PetProcessed;
import dev.migrator.example.quick.QuickApplications.Placeholders;
import dev.migrator.example.quick.QuickApplications.Plain;
import dev.migrator.example.quick.QuickApplications.Pooled;
import dev.migrator.example.quick.QuickApplications.Processed;
import dev.migrator.example.quick.QuickApplications.Scripted;
import dev.migrator.example.quick.QuickApplications.SecondPool;
import dev.migrator.example.quick.QuickApplications.Sourced;
import dev.migrator.example.quick.QuickApplications.Woven;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command that the launcher runs does not start the application, once another has found
 * out that it makes no difference, and gives the same answer.
 */
class QuickStartTests {

	private static final String STARTED = "CONTEXT\n";

	private static final String CLASSES = "dev.migrator.launcher.classes";

	private static final String FILE = "dev.migrator.launcher.start";

	@TempDir
	private Path project;

	private Path start;

	@BeforeEach
	void setUp() throws Exception {
		Path folder = this.project.resolve("src/main/resources/db/revisions");
		Files.createDirectories(folder);
		Revisions.in(folder)
			.add("items", "create table items (id bigint primary key);")
			.add("left <- items", "create table l ();")
			.add("right <- items", "create table r ();");
		this.start = this.project.resolve("start");
		System.setProperty(CLASSES, "built");
		System.setProperty(FILE, this.start.toString());
		// sets a system property, once for the JVM
		TimeZone.getDefault();
	}

	@AfterEach
	void tearDown() {
		System.clearProperty(CLASSES);
		System.clearProperty(FILE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "heads", "heads -v", "heads --format json", "history", "history --graph",
			"history -r items: -v", "history --format dot", "show items", "show heads -v", "show nothing", "branches",
			"branches -v", "targets", "upgrade heads --sql", "upgrade heads --sql --output -", "upgrade left --sql",
			"downgrade left:items --sql", "downgrade left --sql", "stamp heads --sql", "ensure-version --sql",
			"edit nothing", "heads --migrator other", "heads -q", "merge nothing -m x", "revision -m x" })
	void answerIsThatOfTheApplication(String command) {
		CommandRun first = run(Plain.class, command);

		CommandRun second = run(Plain.class, command);

		assertThat(first.output()).startsWith(STARTED);
		assertThat(second.output()).isEqualTo(first.output().replace(STARTED, ""));
		assertThat(second.exitCode()).isEqualTo(first.exitCode());
	}

	@Test
	void revisionIsWritten() {
		run(Plain.class, "heads");

		CommandRun command = run(Plain.class, "revision -m more --rev-id more --head left");

		assertThat(command.exitCode()).isZero();
		assertThat(command.output()).contains("Revision more revises left.").doesNotContain(STARTED);
		assertThat(this.project.resolve("src/main/resources/db/revisions")).isDirectoryContaining("glob:**more*.sql");
	}

	@Test
	void mergeIsWritten() {
		run(Plain.class, "heads");

		CommandRun command = run(Plain.class, "merge heads -m both --rev-id both");

		assertThat(command.exitCode()).isZero();
		assertThat(command.output()).contains("Revision both revises left, right.").doesNotContain(STARTED);
	}

	@Test
	void scriptThatIsAddedIsSeen() {
		run(Plain.class, "heads");
		Revisions.in(this.project.resolve("src/main/resources/db/revisions")).add("more <- left", "create table m ();");

		assertThat(run(Plain.class, "heads").output()).contains("more").doesNotContain(STARTED);
	}

	@Test
	void scriptThatCannotBeReadIsReported() throws Exception {
		run(Plain.class, "heads");
		Files.writeString(this.project.resolve("src/main/resources/db/revisions/wrong.sql"), "select 1;");

		CommandRun second = run(Plain.class, "heads");

		assertThat(second.exitCode()).isOne();
		assertThat(second.output()).contains("wrong.sql").doesNotContain(STARTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "current", "current -v", "current --check-heads", "current --format json", "history -i",
			"history -r current:", "show current", "show heads -i -v" })
	void databaseIsRead(String command) {
		TestDatabase database = Postgres.newDatabase();
		String address = "--spring.datasource.url=" + database.fullUrl();
		assertThat(run(Plain.class, "upgrade left", address).exitCode()).isZero();

		CommandRun quick = run(Plain.class, command, address);

		System.setProperty(CLASSES, "built again");
		CommandRun started = run(Plain.class, command, address);
		assertThat(started.output()).startsWith(STARTED);
		assertThat(quick.output()).isEqualTo(started.output().replace(STARTED, ""));
		assertThat(quick.exitCode()).isEqualTo(started.exitCode());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--migrator.target=items", "--spring.datasource.driver-class-name=com.example.Missing",
			"--spring.datasource.hikari.maximum-pool-size=none", "--migrator.username=somebody",
			"--migrator.url=jdbc:postgresql://localhost:1/other", "--migrator.url=localhost" })
	void databaseThatCannotBeReadIsReportedInTheSameWay(String property) {
		run(Plain.class, "heads", property);

		CommandRun quick = run(Plain.class, "current", property);

		System.setProperty(CLASSES, "built again");
		CommandRun started = run(Plain.class, "current", property);
		assertThat(quick.output().replace(STARTED, "")).isEqualTo(started.output().replace(STARTED, ""));
		assertThat(quick.exitCode()).isEqualTo(started.exitCode()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "check", "check --scripts-only", "revision --autogenerate -m x", "upgrade heads --dry-run",
			"upgrade heads", "rollback", "seed" })
	void commandThatMayNeedABeanStartsTheApplication(String command) {
		run(Plain.class, "heads");
		assertThat(this.start).exists();

		assertThat(run(Plain.class, command).output()).startsWith(STARTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--spring.profiles.active=elsewhere", "--migrator.target=left",
			"--spring.autoconfigure.exclude=dev.migrator.autoconfigure.MigratorAutoConfiguration",
			"--migrator.enabled=false", "--spring.datasource.url=jdbc:postgresql://localhost:2/none" })
	void otherEnvironmentStartsTheApplication(String property) {
		run(Plain.class, "heads");

		assertThat(run(Plain.class, "heads", property).output()).startsWith(STARTED);
	}

	@Test
	void otherClassesStartTheApplication() {
		run(Plain.class, "heads");
		System.setProperty(CLASSES, "built again");

		assertThat(run(Plain.class, "heads").output()).startsWith(STARTED);
	}

	@Test
	void profileIsRecordedToo() {
		run(Plain.class, "heads", "--spring.profiles.active=elsewhere");

		assertThat(run(Plain.class, "heads", "--spring.profiles.active=elsewhere").output()).doesNotContain(STARTED);
	}

	/**
	 * Two folders or two terminals differ in variables such as {@code PWD} and
	 * {@code TERM_SESSION_ID}.
	 */
	@Test
	void environmentsInTurnAreRecordedBeside() {
		run(Plain.class, "heads", "--terminal.id=first");
		run(Plain.class, "heads", "--terminal.id=second");

		assertThat(run(Plain.class, "heads", "--terminal.id=first").output()).doesNotContain(STARTED);
		assertThat(run(Plain.class, "heads", "--terminal.id=second").output()).doesNotContain(STARTED);
	}

	@Test
	void withoutTheLauncherNothingIsRecorded() {
		System.clearProperty(CLASSES);

		run(Plain.class, "heads");

		assertThat(this.start).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(classes = { Customized.class, Owned.class, Processed.class, PetProcessed.class, FactoryProcessed.class,
			Placeholders.class, Overridden.class, Sourced.class, Listened.class, Changed.class, Advised.class,
			Woven.class, Converted.class })
	void applicationThatMayChangeTheMigratorIsStartedEachTime(Class<?> application) {
		assertThat(run(application, "heads").output()).startsWith(STARTED);

		assertThat(this.start).content().contains("\n\tThe application is started for each command: It ");
		assertThat(run(application, "heads").output()).startsWith(STARTED);
	}

	@ParameterizedTest
	@ValueSource(classes = { Pooled.class, SecondPool.class, OtherProperties.class, OtherDetails.class })
	void dataSourceOfTheApplicationIsUsed(Class<?> application) {
		CommandRun first = run(application, "heads");

		assertThat(run(application, "heads").output()).isEqualTo(first.output().replace(STARTED, ""));
		assertThat(run(application, "current").output()).startsWith(STARTED);
		assertThat(run(application, "history -i").output()).startsWith(STARTED);
		assertThat(run(application, "show current").output()).startsWith(STARTED);
		assertThat(run(application, "edit current").output()).startsWith(STARTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "heads", "heads -v", "heads --format json", "history -v", "history --format json",
			"show component", "branches -v", "targets", "edit nothing" })
	void javaRevisionsAreKnownByTheirAnnotations(String command) {
		CommandRun first = run(Scripted.class, command);

		assertThat(first.output()).startsWith(STARTED);
		assertThat(run(Scripted.class, command).output()).isEqualTo(first.output().replace(STARTED, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "show component -v", "show component --format json", "upgrade heads --sql",
			"downgrade component:base --sql", "stamp heads --sql" })
	void statementsOfJavaRevisionsNeedTheirBeans(String command) {
		run(Scripted.class, "heads");

		assertThat(run(Scripted.class, command).output()).startsWith(STARTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "heads", "history", "history --graph", "show items -v", "branches", "targets",
			"upgrade heads --sql", "downgrade left:items --sql", "stamp heads --sql", "ensure-version --sql",
			"edit nothing", "merge heads -m both --rev-id both", "revision -m more --rev-id more --head left" })
	void commandWithoutADatabaseDoesNotAskForIt(String command) {
		run(Pooled.class, "heads");

		CommandRun quick = run(Pooled.class, command);

		assertThat(quick.output()).doesNotContain(STARTED, "did not say");
	}

	/**
	 * Runs a command; a property replaces that of the test.
	 */
	private CommandRun run(Class<?> application, String command, String... properties) {
		List<String> arguments = new ArrayList<>(List.of("migrator"));
		arguments.addAll(List.of(command.split(" ")));
		Map<String, String> all = new LinkedHashMap<>();
		Stream
			.concat(Stream.of("--migrator.locations=file:" + this.project.resolve("src/main/resources/db/revisions"),
					"--migrator.new-scripts.project-directory=" + this.project,
					"--spring.datasource.url=jdbc:postgresql://localhost:1/none"), Stream.of(properties))
			.forEach((property) -> all.put(property.substring(0, property.indexOf('=')), property));
		arguments.addAll(all.values());
		return CommandRun.of(application, arguments.toArray(String[]::new));
	}

}
