package dev.migrator.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.internal.cli.application.CommandProcess;
import dev.migrator.internal.cli.application.JvmProcess;
import dev.migrator.internal.cli.output.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which arguments are a command, and whose they are.
 */
class MigratorCommandTests {

	private static final CommandProcess JVM = new JvmProcess();

	@Test
	void theFirstArgumentThatIsNoOptionHasToBeTheWord() {
		assertThat(MigratorCommand.of(JVM, "migrator", "current")).isNotNull();
		assertThat(MigratorCommand.of(JVM, "--spring.profiles.active=dev", "migrator", "current")).isNotNull();
		assertThat(MigratorCommand.of(JVM)).isNull();
		assertThat(MigratorCommand.of(JVM, "--migrator.enabled=false")).isNull();
		assertThat(MigratorCommand.of(JVM, "import", "migrator")).isNull();
	}

	@Test
	void optionsWithAPeriodAreTheApplications() {
		MigratorCommand command = MigratorCommand.of(JVM, "--debug", "migrator", "upgrade",
				"--spring.profiles.active=dev", "heads", "--quiet", "--migrator.lock.wait=1s");

		assertThat(command).isNotNull();
		assertThat(command.applicationArguments()).containsExactly("--debug", "--spring.profiles.active=dev",
				"--migrator.lock.wait=1s");
		assertThat(command.answerWithoutApplication()).isEmpty();
		assertThat(command.quiet()).isTrue();
	}

	@Test
	void nameOfAnOptionMayHaveAnyLetter() {
		MigratorCommand command = MigratorCommand.of(JVM, "migrator", "current", "--app.größe=1",
				"--app.東京.\uD84A\uDC4A=2");

		assertThat(command).isNotNull();
		assertThat(command.applicationArguments()).containsExactly("--app.größe=1", "--app.東京.\uD84A\uDC4A=2");
	}

	@Test
	void aMessageMayLookLikeOne() {
		MigratorCommand command = MigratorCommand.of(JVM, "migrator", "revision", "-m", "--a.b=c");

		assertThat(command).isNotNull();
		assertThat(command.applicationArguments()).isEmpty();
	}

	@Test
	void targetsThatCountDownAreNoOptions() {
		assertThat(answer("downgrade", "-1")).isEqualTo(-1);
		assertThat(answer("downgrade", "-1", "--yes")).isEqualTo(-1);
		assertThat(answer("history", "-r", "-2:")).isEqualTo(-1);
		assertThat(answer("downgrade", "-x")).isEqualTo(ExitCode.USAGE);
		assertThat(answer("upgrade", "--outptu")).isEqualTo(ExitCode.USAGE);
	}

	@Test
	void whatBeginsWithAnAtSignIsNoFileOfArguments(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("arguments"), "--help");

		assertThat(answer("revision", "-m", "x", "@" + file)).isEqualTo(ExitCode.USAGE);
		assertThat(answer("revision", "-m", "@" + file)).isEqualTo(-1);
		assertThat(answer("upgrade", "@" + file)).isEqualTo(ExitCode.USAGE);
	}

	private static int answer(String... typed) {
		String[] all = new String[typed.length + 1];
		all[0] = "migrator";
		System.arraycopy(typed, 0, all, 1, typed.length);
		MigratorCommand command = MigratorCommand.of(JVM, all);
		assertThat(command).isNotNull();
		return command.answerWithoutApplication().orElse(-1);
	}

}
