package dev.migrator.sample.commandline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a person sees: on a pseudo-terminal, which {@code script} of util-linux makes.
 */
@EnabledOnOs(OS.LINUX)
class TerminalTests {

	private static final String ESCAPE = "\u001b[";

	private final Database database = Database.create();

	@Test
	void aTerminalHasColoursAndAPipeHasNone() throws Exception {
		try (Terminal terminal = new Terminal(this.database, "heads")) {
			assertThat(terminal.exitCode()).as(terminal::shown).isZero();
			assertThat(terminal.shown()).contains(ESCAPE + "33m64f7a09e1cbd" + ESCAPE + "0m", "(head)");
		}
		try (Terminal terminal = new Terminal(this.database, "heads", "--color", "never")) {
			assertThat(terminal.exitCode()).as(terminal::shown).isZero();
			assertThat(terminal.shown()).contains("64f7a09e1cbd (head)").doesNotContain(ESCAPE);
		}
		assertThat(Command.migrator(this.database, "heads").out()).doesNotContain(ESCAPE);
	}

	@Test
	void aDowngradeShowsWhatWillBeUndoneAndAsks() throws Exception {
		Command.migrator(this.database, "upgrade", "+2");

		try (Terminal terminal = new Terminal(this.database, "downgrade", "base")) {
			terminal.awaitQuestion();
			assertThat(terminal.shown()).contains("8b06d2e5a719 -> 3fa41c7d9e02, create workouts",
					"3fa41c7d9e02 -> <base>, create users");
			terminal.type("n\n");
			assertThat(terminal.exitCode()).as(terminal::shown).isEqualTo(1);
			assertThat(terminal.shown()).contains("Nothing was done");
		}
		assertThat(this.database.versionRows()).containsExactly("8b06d2e5a719");

		try (Terminal terminal = new Terminal(this.database, "downgrade", "base")) {
			terminal.awaitQuestion();
			terminal.type("y\n");
			assertThat(terminal.exitCode()).as(terminal::shown).isZero();
		}
		assertThat(this.database.versionRows()).isEmpty();
	}

	@Test
	void aDowngradeThatIsNoLongerWhatWasAgreedToIsNotRun() throws Exception {
		Command.migrator(this.database, "upgrade", "+3");

		try (Terminal terminal = new Terminal(this.database, "downgrade", "-1")) {
			terminal.awaitQuestion();
			assertThat(terminal.shown()).contains("c91e70b4f3d8 -> 8b06d2e5a719, create exercises");
			Command.migrator(this.database, "downgrade", "-1");
			terminal.type("y\n");
			assertThat(terminal.exitCode()).as(terminal::shown).isEqualTo(1);
			assertThat(terminal.shown()).contains("it is at 8b06d2e5a719 now");
		}
		assertThat(this.database.versionRows()).containsExactly("8b06d2e5a719");
	}

	@Test
	void aQuestionIsAskedAlsoWhenTheResultGoesElsewhere() throws Exception {
		Command.migrator(this.database, "upgrade", "+1");

		try (Terminal terminal = Terminal.of(this.database, "| cat", "downgrade", "-1")) {
			terminal.awaitQuestion();
			terminal.type("no\n");
			terminal.exitCode();
		}
		assertThat(this.database.versionRows()).containsExactly("3fa41c7d9e02");
	}

	@Test
	void aResetShowsWhatGoesAndAsks() throws Exception {
		Command.migrator(this.database, "upgrade", "+1");

		try (Terminal terminal = new Terminal(this.database, "reset", "--spring.profiles.active=dev")) {
			terminal.awaitQuestion();
			assertThat(terminal.shown()).contains("table public.users");
			terminal.type("n\n");
			assertThat(terminal.exitCode()).as(terminal::shown).isEqualTo(1);
		}
		assertThat(this.database.has("users")).isTrue();
	}

	@Test
	void aRenameIsAskedAbout(@TempDir Path project) throws Exception {
		FileSystemUtils.copyRecursively(Path.of("src/main"), project.resolve("src/main"));
		Command.migrator(this.database, "upgrade");
		this.database.execute("alter table workouts rename column title to name");

		try (Terminal terminal = new Terminal(this.database, "migrate", "-m", "rename",
				"--migrator.project-directory=" + project)) {
			terminal.awaitQuestion();
			assertThat(terminal.shown()).contains("Was the column workouts.name renamed to workouts.title? [y/N]");
			terminal.type("y\n");
			assertThat(terminal.exitCode()).as(terminal::shown).isZero();
			assertThat(terminal.shown()).contains("Detected renamed column 'workouts.name' to 'workouts.title'")
				.doesNotContain("Destructive");
		}
	}

	@Test
	void anUpgradeShowsHowFarItIs() throws Exception {
		try (Terminal terminal = new Terminal(this.database, "upgrade", "+2")) {
			assertThat(terminal.exitCode()).as(terminal::shown).isZero();
			assertThat(terminal.shown()).contains("Running upgrade <base> -> 3fa41c7d9e02, create users (1 of 2)",
					"Running upgrade 3fa41c7d9e02 -> 8b06d2e5a719, create workouts (2 of 2)");
		}
	}

	/**
	 * A command on a pseudo-terminal.
	 */
	private static final class Terminal implements AutoCloseable {

		private final Process process;

		private final StringBuffer shown = new StringBuffer();

		private final Thread reader;

		Terminal(Database database, String... arguments) throws IOException {
			this(line(arguments), database);
		}

		/** With something behind it in the shell. */
		static Terminal of(Database database, String behind, String... arguments) throws IOException {
			return new Terminal(line(arguments) + " " + behind, database);
		}

		private static String line(String... arguments) {
			List<String> command = Command.line();
			command.add("migrator");
			command.addAll(List.of(arguments));
			return String.join(" ", command.stream().map((word) -> "'" + word + "'").toList());
		}

		private Terminal(String line, Database database) throws IOException {
			ProcessBuilder builder = new ProcessBuilder("script", "--quiet", "--return", "--command", line, "/dev/null")
				.redirectErrorStream(true)
				.directory(Path.of("").toAbsolutePath().toFile());
			builder.environment().put("DATABASE_URL", database.url());
			builder.environment().put("TERM", "xterm");
			builder.environment().remove("NO_COLOR");
			this.process = builder.start();
			this.reader = new Thread(this::read);
			this.reader.start();
		}

		private void read() {
			try (Reader output = this.process.inputReader(StandardCharsets.UTF_8)) {
				char[] buffer = new char[1024];
				for (int read; (read = output.read(buffer)) >= 0;) {
					this.shown.append(buffer, 0, read);
				}
			}
			catch (IOException ex) {
				this.shown.append(ex);
			}
		}

		void awaitQuestion() {
			await().atMost(Duration.ofSeconds(60)).until(this::shown, (text) -> text.contains("[y/N]"));
		}

		void type(String text) throws IOException {
			OutputStream input = this.process.getOutputStream();
			input.write(text.getBytes(StandardCharsets.UTF_8));
			input.flush();
		}

		String shown() {
			return this.shown.toString();
		}

		int exitCode() throws InterruptedException {
			int code = this.process.waitFor();
			this.reader.join();
			return code;
		}

		@Override
		public void close() {
			this.process.destroyForcibly();
		}

	}

}
