package dev.migrator.sample.commandline;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is answered without the application: the database does not even exist.
 */
class UsageTests {

	@Test
	void helpHasAnExample() {
		Command help = Command.migrator(Database.nowhere(), "upgrade", "--help");

		assertThat(help.exitCode()).isZero();
		assertThat(help.out()).contains("Usage: migrator upgrade", "migrator upgrade heads");
		assertThat(help.err()).isEmpty();
	}

	@Test
	void versionIsTold() {
		assertThat(Command.migrator(Database.nowhere(), "--version").out()).startsWith("Migrator ");
	}

	@Test
	void noCommandIsWrongUsage() {
		Command nothing = Command.migrator(Database.nowhere());

		assertThat(nothing.exitCode()).isEqualTo(2);
		assertThat(nothing.out()).isEmpty();
		assertThat(nothing.err()).contains("Commands:", "upgrade");
	}

	@ParameterizedTest
	@ValueSource(strings = { "upgrad", "upgrade --nope", "resolve abc", "downgrade", "history --format xml",
			"upgrade +1 --output up.sql", "downgrade -1 --sql --dry-run", "upgrade head --sql --format json",
			"stamp --sql --purge", "rollback -s 0", "upgrade heads@", "upgrade 3fa4:head", "history -r 3fa4",
			"history --graph --format dot", "completion --name a;b" })
	void wrongUsageSaysWhatAndWhereHelpIs(String typed) {
		Command wrong = Command.migrator(Database.nowhere(), typed.split(" "));

		assertThat(wrong.exitCode()).isEqualTo(2);
		assertThat(wrong.out()).isEmpty();
		assertThat(wrong.err()).contains("--help").doesNotContain("\tat ");
	}

	@Test
	void shellsAreTaughtToComplete() {
		Command completion = Command.migrator(Database.nowhere(), "completion");

		assertThat(completion.exitCode()).isZero();
		assertThat(completion.out()).startsWith("# Completes the commands of migrator")
			.contains("upgrade", "--quiet", "complete -F", "compdef");
	}

}
