package dev.migrator.internal.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.migrator.internal.launcher.LaunchedProject.Ran;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The script of the launcher, in a project whose build does nothing.
 */
class LaunchTests {

	private static final Map<String, String> NONE = Map.of();

	@TempDir
	private Path directory;

	private Path path;

	private LaunchedProject project;

	@BeforeEach
	void setUp() throws Exception {
		this.directory = this.directory.toRealPath();
		this.path = Files.createDirectory(this.directory.resolve("shop"));
		this.project = LaunchedProject.in(this.path);
	}

	/**
	 * It would write into the folder while that is deleted.
	 */
	@AfterEach
	void awaitArchive() {
		String maker = ArchiveMaker.class.getName() + " " + this.path;
		await().until(() -> ProcessHandle.allProcesses()
			.noneMatch((process) -> process.info().commandLine().filter((line) -> line.endsWith(maker)).isPresent()));
	}

	@Test
	void projectIsBuiltOnce() throws Exception {
		assertThat(this.project.run("heads", "-v")).isEqualTo(new Ran(0, "ran [migrator, heads, -v]\n"));
		assertThat(this.project.run("heads").exitCode()).isZero();
		assertThat(this.project.builds()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "help", "help heads", "--help", "-h", "--version", "heads --help", "completion bash",
			"revision -h" })
	void textIsShownWithoutABuild(String command) throws Exception {
		this.project.run("heads");
		this.project.build("exit 1");
		new Folder(this.path).write("src/main/java/A.java", "half a cla");

		assertThat(this.project.run(command.split(" ")).output())
			.isEqualTo("ran [migrator, " + command.replace(" ", ", ") + "]\n");
		assertThat(this.project.builds()).isOne();
		assertThat(this.project.run("heads").exitCode()).isOne();
		assertThat(this.project.builds()).isEqualTo(2);
	}

	@Test
	void textIsShownTheFirstTimeToo() throws Exception {
		assertThat(this.project.run("help").output()).isEqualTo("ran [migrator, help]\n");
		assertThat(this.project.builds()).isOne();
	}

	@Test
	void scriptIsFoundThroughALink() throws Exception {
		Path bin = Files.createDirectory(this.directory.resolve("bin"));
		Path link = Files.createSymbolicLink(bin.resolve("migrator"), Path.of("../shop/migrator"));
		Path second = Files.createSymbolicLink(this.directory.resolve("m"), link);

		assertThat(this.project.run(NONE, second, "heads").output()).isEqualTo("ran [migrator, heads]\n");
		assertThat(bin.resolve("target")).doesNotExist();
		assertThat(this.path.resolve("target/migrator/built")).exists();
	}

	@Test
	void otherPathToTheFolderBuildsNothing() throws Exception {
		this.project.run("heads");
		Path other = Files.createSymbolicLink(this.directory.resolve("other"), this.path);

		assertThat(this.project.run(NONE, other.resolve("migrator"), "heads").exitCode()).isZero();
		assertThat(this.project.builds()).isOne();
	}

	@Test
	void classPathThatIsGoneIsAskedForAgain() throws Exception {
		this.project.run("heads");
		new Folder(this.path).write("target/migrator/launcher", this.directory.resolve("gone.jar") + "\n");

		assertThat(this.project.run("targets").exitCode()).isOne();
		assertThat(this.project.builds()).isOne();
		assertThat(this.project.run("heads").output()).isEqualTo("ran [migrator, heads]\n");
		assertThat(this.project.builds()).isEqualTo(2);
	}

	@Test
	void javaThatIsNotThereIsNamed() throws Exception {
		Ran ran = this.project.run(Map.of("JAVA_HOME", "/nope"), this.path.resolve("migrator"), "heads");

		assertThat(ran)
			.isEqualTo(new Ran(1, "There is no program /nope/bin/java: set JAVA_HOME to the folder of a JDK.\n"));
	}

	@Test
	void buildToolThatIsNotThereIsNamed() throws Exception {
		Files.delete(this.path.resolve("mvnw"));

		Ran ran = this.project.run("heads");

		assertThat(ran.exitCode()).isOne();
		assertThat(ran.output()).isEqualTo("There is no program ./mvnw, which builds this project. Install it, or "
				+ "change " + this.path.resolve("migrator") + ".\n");
	}

	@Test
	void twoCommandsLearnAtOnce() throws Exception {
		this.project.run("heads");
		Process first = this.project.start(NONE, this.path.resolve("migrator"), "meet", this.path.toString());
		Process second = this.project.start(NONE, this.path.resolve("migrator"), "meet", this.path.toString());

		assertThat(new String(first.getInputStream().readAllBytes())).startsWith("ran [").hasLineCount(1);
		assertThat(new String(second.getInputStream().readAllBytes())).startsWith("ran [").hasLineCount(1);
		assertThat(first.waitFor()).isZero();
		assertThat(second.waitFor()).isZero();
		assertThat(this.path.resolve("target/migrator/classes/meet.list")).exists();
		assertThat(this.path.resolve("target/migrator/classes")).isDirectoryNotContaining("glob:**.running");
	}

	@Test
	void listThatCannotBeWrittenIsNotMissed() throws Exception {
		this.project.run("heads");
		Path lists = this.path.resolve("target/migrator/classes");
		Files.move(lists, this.directory.resolve("lists"));
		Files.createFile(lists);

		assertThat(this.project.run("current")).isEqualTo(new Ran(0, "ran [migrator, current]\n"));
		assertThat(this.project.builds()).isOne();
	}

	@Test
	void valueOfAnOptionBeforeTheCommandIsNotLearned() throws Exception {
		this.project.run("heads");

		assertThat(this.project.run("--color", "never", "current").exitCode()).isZero();

		assertThat(lists()).containsExactlyInAnyOrder("current.list", "heads.list");
	}

	@Test
	void oneProcessorIsNotSharedWithAnArchive() throws Exception {
		Map<String, String> one = Map.of("JAVA_TOOL_OPTIONS", "-XX:ActiveProcessorCount=1");
		Ran ran = this.project.run(one, this.path.resolve("migrator"), "heads");

		assertThat(ran.output()).endsWith("ran [migrator, heads]\n");
		assertThat(lists()).isEmpty();
	}

	@Test
	void filesAreForEveryoneWhoReadsTheProject() throws Exception {
		this.project.run("heads");

		for (String name : new String[] { "built", "java.args", "launcher", "classes.basis" }) {
			assertThat(Files.getPosixFilePermissions(this.path.resolve("target/migrator").resolve(name))).as(name)
				.isEqualTo(Files.getPosixFilePermissions(this.path.resolve("builds")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "exec sleep 60", "sleep 60; true" })
	void buildEndsWithTheLauncher(String line) throws Exception {
		this.project.run("heads");
		this.project.build("echo $$ > pid; " + line);
		new Folder(this.path).write("src/main/java/A.java", "class A {}");
		Process launcher = this.project.start(NONE, this.path.resolve("migrator"), "heads");
		Path pid = this.path.resolve("pid");
		await().until(() -> Files.exists(pid) && !Files.readString(pid).isBlank());
		ProcessHandle build = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
		await().until(() -> sleeps(build));

		launcher.destroy();

		launcher.waitFor();
		assertThat(sleeps(build)).isFalse();
		assertThat(build.isAlive()).isFalse();
	}

	/**
	 * The program, or what it started.
	 */
	private static boolean sleeps(ProcessHandle build) {
		return Stream.concat(Stream.of(build), build.descendants())
			.anyMatch((process) -> process.info().command().orElse("").endsWith("sleep"));
	}

	@Test
	void commandEndsWhenItsLauncherIsKilled() throws Exception {
		this.project.run("heads");
		Process launcher = this.project.start(NONE, this.path.resolve("migrator"), "stay", this.path.toString());
		Path staying = this.path.resolve("staying");
		await().until(() -> Files.exists(staying));

		launcher.destroyForcibly();

		await().until(() -> !Files.exists(staying));
	}

	private List<String> lists() throws Exception {
		Path lists = this.path.resolve("target/migrator/classes");
		if (!Files.exists(lists)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(lists)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
