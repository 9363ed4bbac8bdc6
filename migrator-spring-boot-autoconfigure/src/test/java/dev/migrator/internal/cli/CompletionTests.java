package dev.migrator.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.internal.cli.application.TypedCommands;
import dev.migrator.testing.Revisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What bash completes with the script that {@code completion} prints.
 */
class CompletionTests {

	@TempDir
	private Path folder;

	private TypedCommands commands;

	@BeforeEach
	void setUp() throws IOException {
		assumeThat(Path.of("/bin/bash")).exists();
		this.commands = TypedCommands.withoutADatabase(Revisions
			.in(Files.createDirectory(this.folder.resolve("scripts")))
			.add("abc123", "select 1;")
			.add("abd456 <- abc123", "select 1;")
			.file("x.sql", "-- revision: f00\n-- revises: abc123\n-- branch-labels: billing\n-- migrator:upgrade\n"));
	}

	@Test
	void theApplicationListsWhatItKnows() {
		assertThat(this.commands.type("targets").out()).isEqualTo("""
				f00
				billing
				billing@head
				abd456
				abc123
				""");
		assertThat(this.commands.type("help").out()).doesNotContain("List what shells complete");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			upgrade ab       | abd456 abc123
			upgrade b        | base billing billing@head
			upgrade +        | +1
			downgrade --yes b | base billing billing@head
			downgrade ''     | head heads base -1 f00 billing billing@head abd456 abc123
			show c           | current
			edit f           | f00
			stamp --accept a | abd456 abc123
			merge abc123 abd | abd456
			resolve f        | f00
			history -r abc   | abc123
			history -r abc123 : abd | abd456
			history -r abc123 : | head heads base f00 billing billing@head abd456 abc123
			history -r abc123:abd | abc123:abd456
			upgrade billing @ h | head heads
			upgrade billing@h | billing@head billing@heads
			revision --head f | f00
			revision -m x --depends-on bil | billing billing@head
			--migrator shop upgrade abd | abd456
			upg              | upgrade
			upgrade --dry    | --dry-run
			downgrade --y    | --yes
			heads --verb     | --verbose
			revision -m f    | ''
			""")
	void targetsAreCompletedWhereTheyGo(String typed, String completed) throws Exception {
		String script = this.commands.type("completion").out() + """
				migrator() { cat '%s'; }
				COMP_WORDS=(migrator %s)
				COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
				for try in {1..500}; do [ -n "$(_migrator_targets)" ] && break; sleep 0.02; done
				# Only a shell that completes knows compopt.
				_migrator_with_targets 2> /dev/null
				echo "${COMPREPLY[*]}"
				""".formatted(targets(), typed);

		assertThat(bash(script).strip()).isEqualTo(completed);
	}

	@Test
	void nameThatIsCodeIsNotRun() throws Exception {
		Path ran = this.folder.resolve("ran");
		Files.writeString(this.folder.resolve("hostile"), "ab$(touch${IFS}" + ran + ")\nabc123\n`touch " + ran + "`\n");

		String script = this.commands.type("completion").out() + """
				migrator() { cat '%s'; }
				COMP_WORDS=(migrator upgrade a)
				COMP_CWORD=2
				for try in {1..500}; do [ -n "$(_migrator_targets)" ] && break; sleep 0.02; done
				_migrator_with_targets 2> /dev/null
				echo "${#COMPREPLY[@]}"
				""".formatted(this.folder.resolve("hostile"));

		assertThat(bash(script).strip()).isEqualTo("2");
		assertThat(ran).doesNotExist();
	}

	@Test
	void nameThatAShellCouldRunIsNotListed() throws Exception {
		TypedCommands hostile = TypedCommands
			.withoutADatabase(Revisions.in(Files.createDirectory(this.folder.resolve("other")))
				.file("x.sql", "-- revision: ab$(touch${IFS}x)\n-- migrator:upgrade\n"));

		assertThat(hostile.type("targets").out()).doesNotContain("touch");
	}

	private Path targets() throws IOException {
		return Files.writeString(this.folder.resolve("targets"), this.commands.type("targets").out());
	}

	private String bash(String script) throws Exception {
		ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", script).redirectErrorStream(true);
		builder.environment().put("XDG_CACHE_HOME", this.folder.resolve("cache").toString());
		Process process = builder.start();
		try (InputStream answer = process.getInputStream()) {
			return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
