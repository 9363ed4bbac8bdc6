package dev.migrator.sample.commandline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * That a terminal is found to be one: a pseudo-terminal, which {@code script} of
 * util-linux makes. What a person sees there is in {@link QuestionTests}.
 */
@EnabledOnOs(OS.LINUX)
class TerminalTests {

	private static final String ESCAPE = "\u001b[";

	private final Database database = Database.create();

	@Test
	void aTerminalHasColours() throws Exception {
		try (Terminal terminal = new Terminal(this.database, "heads")) {
			assertThat(terminal.exitCode()).as(terminal::shown).isZero();
			assertThat(terminal.shown()).contains(ESCAPE + "33m64f7a09e1cbd" + ESCAPE + "0m", "(head)");
		}
	}

	@Test
	void aDowngradeShowsWhatWillBeUndoneAndAsks() throws Exception {
		Command.migrator(this.database, "upgrade", "+2");

		try (Terminal terminal = new Terminal(this.database, "downgrade", "base")) {
			terminal.awaitQuestion();
			assertThat(terminal.shown()).contains("8b06d2e5a719 -> 3fa41c7d9e02, create workouts",
					"3fa41c7d9e02 -> <base>, create users");
			terminal.type("y\n");
			assertThat(terminal.exitCode()).as(terminal::shown).isZero();
		}
		assertThat(this.database.versionRows()).isEmpty();
	}

	@Test
	@Tag("thorough")
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
	@Tag("thorough")
	void aQuestionIsAskedAlsoWhenTheResultGoesElsewhere() throws Exception {
		Command.migrator(this.database, "upgrade", "+1");

		try (Terminal terminal = Terminal.of(this.database, "| cat", "downgrade", "-1")) {
			terminal.awaitQuestion();
			terminal.type("no\n");
			terminal.exitCode();
		}
		assertThat(this.database.versionRows()).containsExactly("3fa41c7d9e02");
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
			return String.join(" ",
					ApplicationProcess.commandLine(arguments).stream().map((word) -> "'" + word + "'").toList());
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
