package dev.migrator.sample.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What others see of a command that is a process: its exit code, its two streams, its
 * environment and its folder.
 */
class ProcessTests {

	private final Database database = Database.create();

	@TempDir
	Path folder;

	@Test
	void aCommandThatIsDoneEndsWithZeroAndItsResultAloneIsOnStandardOutput() {
		Command up = run("upgrade", "+1");

		assertThat(up.exitCode()).isZero();
		assertThat(up.out()).matches("Applied 1 revision in .+; the database is at 3fa41c7d9e02\n");
		assertThat(up.err()).contains("Running upgrade <base> -> 3fa41c7d9e02, create users");
		assertThat(this.database.versionRows()).containsExactly("3fa41c7d9e02");
	}

	@Test
	void aCommandThatFailsEndsWithOneAndSaysWhyOnStandardError() {
		Command edit = ApplicationProcess.run(this.folder, Map.of("VISUAL", "", "EDITOR", ""), "edit", "3fa4",
				"--migrator.new-scripts.project-directory=" + Path.of("").toAbsolutePath());

		assertThat(edit.exitCode()).isEqualTo(1);
		assertThat(edit.out()).isEmpty();
		assertThat(edit.err()).contains("EDITOR").doesNotContain("\tat ", "Exception");
	}

	@Test
	void wrongUsageEndsWithTwo() {
		Command wrong = run("upgrad");

		assertThat(wrong.exitCode()).isEqualTo(2);
		assertThat(wrong.out()).isEmpty();
		assertThat(wrong.err()).contains("--help").doesNotContain("\tat ");
	}

	@Test
	void aCheckThatFindsSomethingEndsWithThreeAndAPipeHasNoColours() {
		Command.migrator(this.database, "upgrade", "+1");

		Command behind = run("current", "--check-heads");

		assertThat(behind.exitCode()).isEqualTo(3);
		assertThat(behind.out()).isEqualTo("3fa41c7d9e02\n");
		assertThat(behind.err()).contains("migrator upgrade heads");
	}

	@Test
	void aResultThatDoesNotArriveIsAFailure() throws IOException, InterruptedException {
		Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "there is no full device");
		Process process = new ProcessBuilder(ApplicationProcess.commandLine("upgrade", "3fa4:8b06", "--sql"))
			.redirectOutput(Path.of("/dev/full").toFile())
			.start();

		assertThat(new String(process.getErrorStream().readAllBytes())).contains("could not be written");
		assertThat(process.waitFor()).isEqualTo(1);
	}

	private Command run(String... arguments) {
		return ApplicationProcess.run(this.folder, Map.of("DATABASE_URL", this.database.url()), arguments);
	}

}
