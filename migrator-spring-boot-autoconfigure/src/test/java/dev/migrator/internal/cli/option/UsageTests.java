package dev.migrator.internal.cli.option;

import java.nio.file.Path;

import dev.migrator.internal.cli.application.TypedCommands;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.testing.Revisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How commands may be typed, and what is said of what was mistyped.
 */
class UsageTests {

	private TypedCommands commands;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.commands = TypedCommands.withoutADatabase(
				Revisions.in(folder).add("a", "select 1;").add("b <- a", "select 1;").add("c <- b", "select 1;"));
	}

	@ParameterizedTest
	@CsvSource({ "history -ra:b, history -r a:b", "history -r-1:c, history -r -1:c", "history -r:b, history -r :b",
			"history -vra:b, history -v -r a:b", "history -r=a:b, history -r a:b", "heads -vq, heads -v -q",
			"history -gr:b, history -g -r :b", "rollback -s1, rollback -s 1", "rollback -ys2, rollback -y -s 2",
			"rollback -s0, rollback -s 0" })
	void aValueMayBeGluedToItsOption(String glued, String apart) {
		assertThat(this.commands.type(glued.split(" "))).isEqualTo(this.commands.type(apart.split(" ")));
	}

	@ParameterizedTest
	@CsvSource({ "hist, history", "his, history", "shwo, show", "upgarde, upgrade", "head, heads", "cehck, check",
			"list_template, list-templates", "hlep, help" })
	void whatIsNearToAMistypedCommandIsNamedAlone(String typed, String meant) {
		TypedCommands.Answer answer = this.commands.type(typed);

		assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
		assertThat(answer.err()).isEqualTo("""
				There is no command %s
				Did you mean: %s?
				See: migrator --help
				""".formatted(typed, meant));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "status | current", "info | current, history -i", "up | upgrade", "update | upgrade",
					"undo | rollback, downgrade", "validate | check", "repair | stamp --accept, resolve",
					"makemigrations | revision --autogenerate" })
	void commandOfAnotherToolLeadsToOurs(String typed, String ours) {
		assertThat(this.commands.type(typed).err()).isEqualTo("""
				There is no command %s
				Did you mean: %s?
				See: migrator --help
				""".formatted(typed, ours));
	}

	@Test
	void whatOtherToolsPutBeforeTheirCommandsIsLeftOut() {
		assertThat(this.commands.type("db", "upgrade").err()).isEqualTo("""
				There is no command db
				Did you mean: upgrade?
				See: migrator --help
				""");
		assertThat(this.commands.type("db:status").err()).contains("Did you mean: current?");
		assertThat(this.commands.type("db:fly").err()).isEqualTo("""
				There is no command db:fly
				See: migrator --help
				""");
		assertThat(this.commands.type("db", "-m", "x").err()).doesNotContain("Did you mean");
	}

	@Test
	void whatIsMissingOrLeftOverIsNamed() {
		assertThat(this.commands.type("downgrade").err()).isEqualTo("""
				TARGET is missing. An id or the beginning of one, -1, base, label@base, ... With --sql: START:END.
				See: migrator downgrade --help
				""");
		assertThat(this.commands.type("migrate", "add", "names").err()).isEqualTo("""
				migrate takes no such argument: add names
				See: migrator migrate --help
				""");
	}

	@Test
	void whatIsNearToNothingIsNotGuessedAt() {
		assertThat(this.commands.type("xyz").err()).isEqualTo("""
				There is no command xyz
				See: migrator --help
				""");
		assertThat(this.commands.type("re").err()).contains("Did you mean: revision, resolve, reset?");
	}

	@Test
	void acceptingSaysWhatItGoesWith() {
		assertThat(this.commands.type("stamp", "--accept").err()).isEqualTo("""
				--accept needs the revisions whose scripts are accepted
				See: migrator stamp --help
				""");
		assertThat(this.commands.type("stamp", "--accept", "a", "--purge").err()).isEqualTo("""
				--accept changes no version row: remove --purge and --sql
				See: migrator stamp --help
				""");
	}

	@Test
	void whatGoesWithGeneratingOnlyIsSaid() {
		assertThat(this.commands.type("revision", "-v").err()).isEqualTo("""
				--rename, --online, --allow-empty, --from and --verbose need --autogenerate
				See: migrator revision --help
				""");
		assertThat(this.commands.type("migrate", "--verbose").err()).isEqualTo("""
				--rename, --online, --allow-empty, --from, --verbose and --type need -m
				See: migrator migrate --help
				""");
	}

	@Test
	void helpIsACommand() {
		assertThat(this.commands.type("help")).isEqualTo(this.commands.type("--help"));
		assertThat(this.commands.type("help", "upgrade")).isEqualTo(this.commands.type("upgrade", "--help"));
		assertThat(this.commands.type("help", "ensure_version").out()).startsWith("Usage: migrator ensure-version");
		assertThat(this.commands.type("help", "upgrad")).isEqualTo(this.commands.type("upgrad"));
	}

}
