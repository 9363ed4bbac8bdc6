package dev.migrator.internal.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.example.busy.BusyApplication;
import dev.migrator.launcher.Launcher;
import dev.migrator.testing.ChildProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands that build nothing: what a shell asks in the background, to complete targets,
 * and what says nothing of the application.
 */
class UnbuiltLaunchTests {

	@TempDir
	private Path module;

	private Path script;

	@BeforeEach
	void setUp() throws Exception {
		Files.writeString(this.module.resolve("pom.xml"), "<project/>");
		Path maven = Files.writeString(this.module.resolve("mvnw"),
				"#!/bin/sh\n: > \"$(dirname \"$0\")/built\"\nexit 1\n");
		assertThat(maven.toFile().setExecutable(true)).isTrue();
		List<LauncherFile> files = LauncherFile.of(this.module, "example.Application");
		for (LauncherFile file : files) {
			Files.writeString(file.path(), file.text());
		}
		this.script = files.get(0).path();
	}

	@Test
	void ofAModuleThatWasNeverBuilt() throws Exception {
		assertThat(run("targets")).isEqualTo(1);
		assertThat(this.module.resolve("built")).doesNotExist();

		assertThat(run("heads")).isNotZero();
		assertThat(this.module.resolve("built")).exists();
	}

	@Test
	void ofAModuleThatIsStale() throws Exception {
		createClassPath();

		launch("targets");
		assertThat(this.module.resolve("built")).doesNotExist();

		launch("heads");
		assertThat(this.module.resolve("built")).exists();
	}

	@ParameterizedTest
	@CsvSource({ "help, Usage: migrator", "help upgrade, Usage: migrator upgrade", "--version, 'Migrator '",
			"heads --help, Usage: migrator heads", "completion bash, _migrator_values()", "list-templates, java" })
	void ofAModuleThatCannotBeBuilt(String command, String answer) throws Exception {
		createClassPath();
		createKnownCommands("help", "completion", "list-templates");

		String output = launchApplication(command);

		assertThat(output).contains(answer);
		assertThat(this.module.resolve("built")).doesNotExist();
		assertThat(launchApplication("heads")).contains("The build failed, so the command was not run.");
		assertThat(this.module.resolve("built")).exists();
	}

	@Test
	void applicationThatIsGoneIsBuiltEvenForHelp() throws Exception {
		createClassPath();

		launch("help");

		assertThat(this.module.resolve("built")).exists();
	}

	private void createClassPath() throws Exception {
		Files.createDirectories(this.module.resolve("target/migrator"));
		Files.writeString(this.module.resolve("target/migrator/java.args"), "");
		Files.writeString(this.module.resolve("target/migrator/classpath"), System.getProperty("java.class.path"));
	}

	/**
	 * Without this, an archive of classes would be made in the background when the test
	 * has ended.
	 */
	private void createKnownCommands(String... names) throws Exception {
		Files.writeString(this.module.resolve("target/migrator/classes.basis"),
				System.getProperty("java.home") + " " + System.getProperty("java.vm.version") + "\n");
		Path known = Files.createDirectory(this.module.resolve("target/migrator/classes"));
		for (String name : names) {
			Files.createFile(known.resolve(name + ".list"));
		}
	}

	/**
	 * Launches a command of an application that exists.
	 */
	private String launchApplication(String command) {
		List<String> arguments = new ArrayList<>(List.of(this.script.toString(), BusyApplication.class.getName()));
		arguments.addAll(List.of(command.split(" ")));
		try (ChildProcess launched = ChildProcess.start(Launcher.class, arguments.toArray(String[]::new))) {
			launched.exitCode();
			return launched.output();
		}
	}

	private int run(String command) throws Exception {
		return new ProcessBuilder("sh", this.script.toString(), command).redirectErrorStream(true)
			.redirectOutput(this.module.resolve("output").toFile())
			.start()
			.waitFor();
	}

	private void launch(String command) {
		try (ChildProcess launched = ChildProcess.start(Launcher.class, this.script.toString(), "example.Application",
				command)) {
			launched.exitCode();
		}
	}

}
