package dev.migrator.internal.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.launcher.Launcher;
import dev.migrator.testing.ChildProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a shell asks in the background, to complete targets, builds nothing.
 */
class BackgroundLaunchTests {

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
		Files.createDirectories(this.module.resolve("target/migrator"));
		Files.writeString(this.module.resolve("target/migrator/java.args"), "");
		Files.writeString(this.module.resolve("target/migrator/classpath"), System.getProperty("java.class.path"));

		launch("targets");
		assertThat(this.module.resolve("built")).doesNotExist();

		launch("heads");
		assertThat(this.module.resolve("built")).exists();
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
