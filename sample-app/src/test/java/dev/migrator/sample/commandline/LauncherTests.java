package dev.migrator.sample.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The launcher in a new project that is built with Maven.
 */
@Tag("thorough")
class LauncherTests {

	@TempDir
	static Path folder;

	private static PlannerProject project;

	private Database database;

	@BeforeAll
	static void createProject() throws IOException {
		project = PlannerProject.in(folder);
	}

	@BeforeEach
	void setUp() {
		this.database = Database.create();
		project.use(this.database);
	}

	/**
	 * What a new user does: an entity, a revision of it, one more field, back again.
	 */
	@Test
	void entityIsEditedAndOneCommandWritesTheRevision() throws IOException {
		assertThat(project.launcher("heads").err()).contains("The application has no revisions");
		assertThat(project.launcher("revision", "--autogenerate", "-m", "goals", "--rev-id", "goals").err())
			.contains("Detected added table 'goal'");
		assertThat(project.launcher("upgrade").exitCode()).isZero();
		assertThat(this.database.has("goal")).isTrue();

		project.write("src/main/java/com/example/Goal.java", project.read("src/main/java/com/example/Goal.java")
			.replace("String title;", "String title; String why;"));
		Command generated = project.launcher("revision", "--autogenerate", "-m", "reasons", "--rev-id", "reasons");

		assertThat(generated.err()).contains("Detected added column 'goal.why'");
		assertThat(project.launcher("heads").out()).isEqualTo("reasons (head)\n");

		project.delete("src/main/resources/db/revisions/reasons_reasons.sql");

		assertThat(project.launcher("heads").out()).isEqualTo("goals (head)\n");

		project.write("src/main/java/com/example/Goal.java", project.read("src/main/java/com/example/Goal.java")
			.replace("String title; String why;", "String title;"));

		assertThat(project.launcher("check").exitCode()).isZero();
		project.delete("src/main/resources/db/revisions/goals_goals.sql");
	}

	@Test
	void deletedClassIsNotInTheModelAnyMore() throws IOException {
		project.write("src/main/java/com/example/Note.java", """
				package com.example;

				import jakarta.persistence.Entity;
				import jakarta.persistence.Id;

				@Entity
				class Note {

					@Id
					Long id;

				}
				""");
		assertThat(project.launcher("check").out()).contains("Detected added table 'note'");

		project.delete("src/main/java/com/example/Note.java");

		assertThat(project.launcher("check").out()).contains("Detected added table 'goal'").doesNotContain("'note'");
	}

	/**
	 * As {@code mv} of a copy, {@code cp -p} or an archive restores it.
	 */
	@Test
	void sourceThatIsReplacedByAnOlderOneIsCompiled() throws IOException {
		String source = project.read("src/main/java/com/example/Goal.java");
		project.write("src/main/java/com/example/Goal.java",
				source.replace("String title;", "String title; String mood;"));
		assertThat(project.launcher("check").exitCode()).isEqualTo(3);
		assertThat(project.launcher("check").out()).contains("Detected added table 'goal'");
		assertThat(classOf("Goal")).contains("mood");

		project.write("src/main/java/com/example/Goal.java", source);
		Files.setLastModifiedTime(project.path("src/main/java/com/example/Goal.java"),
				FileTime.from(Instant.now().minusSeconds(3600)));
		project.launcher("check");

		assertThat(classOf("Goal")).doesNotContain("mood");
	}

	private static String classOf(String name) throws IOException {
		return Files.readString(project.path("target/classes/com/example/" + name + ".class"),
				StandardCharsets.ISO_8859_1);
	}

	@Test
	void scriptThatIsReplacedByAnOlderOneIsCopied() throws IOException {
		project.launcher("revision", "-m", "two", "--rev-id", "two");
		String script = "src/main/resources/db/revisions/two_two.sql";
		String before = project.read(script);
		project.write(script, before + "\nselect 2;\n");
		project.launcher("heads");

		project.write(script, before);
		Files.setLastModifiedTime(project.path(script), FileTime.from(Instant.now().minusSeconds(3600)));
		project.launcher("heads");

		assertThat(project.read("target/classes/db/revisions/two_two.sql")).isEqualTo(before);
		project.delete(script);
	}

	@Test
	void revisionThatWasDeletedWithoutARecordIsGone() throws IOException {
		project.launcher("revision", "-m", "one", "--rev-id", "one");
		assertThat(project.launcher("heads").out()).isEqualTo("one (head)\n");
		for (String name : List.of("built", "java.args", "classpath")) {
			project.delete("target/migrator/" + name);
		}
		project.delete("src/main/resources/db/revisions/one_one.sql");

		assertThat(project.launcher("heads").err()).contains("The application has no revisions");
	}

	@Test
	void changedBuildFileCompilesEverything() throws IOException {
		String pom = project.read("pom.xml");
		project.launcher("heads");
		Path compiled = project.path("target/classes/com/example/Goal.class");
		FileTime before = Files.getLastModifiedTime(compiled);

		project.write("pom.xml", pom.replace("<!-- more -->", "<!-- changed -->"));
		project.launcher("heads");

		assertThat(Files.getLastModifiedTime(compiled)).isGreaterThan(before);
		project.write("pom.xml", pom);
	}

	@Test
	void newDependencyIsOnTheClassPath() throws IOException {
		String pom = project.read("pom.xml");
		project.launcher("heads");

		project.write("pom.xml", pom.replace("<!-- more -->",
				"<dependency><groupId>org.awaitility</groupId><artifactId>awaitility</artifactId></dependency>"));
		project.launcher("heads");

		assertThat(project.read("target/migrator/classpath")).contains("awaitility");
		project.write("pom.xml", pom);
		project.launcher("heads");
		assertThat(project.read("target/migrator/classpath")).doesNotContain("awaitility");
	}

	@Test
	void buildThatFailsIsShownAndNothingIsRun() throws IOException {
		String source = project.read("src/main/java/com/example/Goal.java");
		project.write("src/main/java/com/example/Goal.java", source.replace("String title;", "String title"));

		Command command = project.launcher("heads");

		project.write("src/main/java/com/example/Goal.java", source);
		assertThat(command.exitCode()).isOne();
		assertThat(command.out()).isEmpty();
		assertThat(command.err()).contains("Goal.java", "';' expected",
				"The build failed, so the command was not run. The messages of the build are above.");
		assertThat(project.launcher("heads").exitCode()).isZero();
	}

	@Test
	void classWithMainThatIsGoneIsNamed() throws IOException {
		String script = project.read("migrator");
		project.write("migrator", script.replace("main_class=com.example.", "main_class=com.example.old."));

		Command command = project.launcher("heads");

		project.write("migrator", script);
		assertThat(command.exitCode()).isOne();
		assertThat(command.err()).contains(
				"The class com.example.old.PlannerApplication, which starts the application, does not exist.",
				"the line 'main_class=' of the script migrator");
	}

	@Test
	void archiveOfClassesIsMadeAndMadeAgain() throws IOException {
		project.launcher("current");
		Path archive = project.path("target/migrator/classes.jsa");
		awaitArchive(archive);

		Command mapped = project.java("-Xshare:on", "current");

		assertThat(mapped.exitCode()).as(mapped.err()).isZero();
		project.write("target/migrator/classes.basis", "other jars");
		project.launcher("current");
		awaitArchive(archive);
		assertThat(project.java("-Xshare:on", "current").exitCode()).isZero();
	}

	/**
	 * It is made in the background, while everything else goes on.
	 */
	private static void awaitArchive(Path archive) {
		await().atMost(Duration.ofMinutes(1))
			.until(() -> Files.exists(archive) && project.read("target/migrator/java.args").contains("classes.jsa"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "built", "classes.basis", "classpath", "java.args", "launcher", "start" })
	void anyOfItsFilesMayBeDeleted(String name) throws IOException {
		project.launcher("heads");
		project.delete("target/migrator/" + name);

		Command command = project.launcher("heads");

		assertThat(command.exitCode()).as(command.err()).isZero();
	}

	@Test
	void allOfThemMayBeDeleted() {
		project.launcher("heads");
		project.maven("clean");

		assertThat(project.launcher("heads").exitCode()).isZero();
	}

	@Test
	void packagedApplicationIsNotStartedForEachCommand(@TempDir Path other) throws IOException {
		PlannerProject packaged = PlannerProject.in(other);
		packaged.use(this.database);
		packaged.maven("package");
		Files.createDirectory(packaged.path("home"));

		Command first = packaged.jar("current");

		Path home = packaged.path("home/.cache/migrator");
		assertThat(home).isDirectoryContaining((file) -> file.getFileName().toString().startsWith("start-"));
		assertThat(home).isDirectoryContaining((file) -> file.getFileName().toString().startsWith("start-")
				&& content(file).contains("DataSource of the environment"));
		assertThat(packaged.jar("current")).isEqualTo(first);
		assertThat(packaged.jar("history", "-i").exitCode()).isZero();
		assertThat(home).isDirectoryContaining("glob:**/start-*").isNotEmptyDirectory();
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * All commands that the documentation lists, each in three ways, on databases that
	 * are in the same state.
	 */
	@Test
	void commandsAnswerAlikeHoweverTheyAreRun(@TempDir Path others) throws IOException {
		PlannerProject launched = PlannerProject.in(Files.createDirectory(others.resolve("launched")));
		PlannerProject packaged = PlannerProject.in(Files.createDirectory(others.resolve("packaged")));
		PlannerProject ran = PlannerProject.in(Files.createDirectory(others.resolve("run")));
		launched.use(Database.create());
		packaged.use(Database.create());
		ran.use(Database.create());
		List<String> commands = List.of("help", "help upgrade", "init", "list-templates", "heads", "current", "check",
				"revision --autogenerate -m goals --rev-id goals", "history -i", "show goals -v", "check", "upgrade",
				"revision -m left --rev-id left", "revision -m right --rev-id right --head goals --splice",
				"branches -v", "heads --format json", "merge heads -m both --rev-id both", "history --graph", "targets",
				"current --check-heads", "upgrade heads --sql", "upgrade --dry-run", "migrate", "rollback -s1 --yes",
				"downgrade left --yes", "stamp heads", "ensure-version", "edit goals", "resolve goals --applied",
				"seed", "reset --yes", "upgrade nothing", "nonsense", "heads --nonsense", "completion",
				"downgrade base --yes", "current -v");

		boolean built = false;
		for (String command : commands) {
			String[] words = command.split(" ");
			if (!built) {
				packaged.maven("package");
			}
			CompletableFuture<Command> answered = CompletableFuture.supplyAsync(() -> launched.launcher(words));
			CompletableFuture<Command> ranBySpring = CompletableFuture.supplyAsync(() -> ran.springBootRun(words));
			Command jar = packaged.withoutTimes(packaged.jar(words));
			Command answer = launched.withoutTimes(answered.join());
			Command run = ran.withoutTimes(ranBySpring.join());

			assertThat(answer).as("launcher and jar: " + command).isEqualTo(jar);
			assertThat(run.lines()).as("spring-boot:run and jar: " + command)
				.containsExactlyInAnyOrderElementsOf(jar.lines());
			assertThat(run.exitCode() == 0).as(command).isEqualTo(jar.exitCode() == 0);
			built = !Map.of("revision", true, "merge", true, "init", true).containsKey(words[0]);
		}
	}

}
