package dev.migrator.internal.launcher;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the launcher understands of a command.
 */
class TypedCommandTests {

	@ParameterizedTest
	@CsvSource({ "heads, heads", "-q heads -v, heads", "--color never heads, heads", "--color=never heads, heads",
			"--migrator help heads, heads", "'show heads', show", "nonsense1, ''", "-v, ''",
			"ensure-version --sql, ensure-version", "heads --help, help", "--version, help", "-h, help" })
	void nameIsThatOfTheCommand(String words, String name) {
		assertThat(typed(words).name()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "help", "help upgrade", "--help", "-h", "--version", "-V", "upgrade --help",
			"downgrade -1 -h", "completion bash", "completion --name m", "list-templates", "--color never help" })
	void answersThatAreAlwaysTheSameNeedNoApplication(String words) {
		assertThat(typed(words).isWithoutApplication()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "heads", "show help", "show -- --help", "migrate -m --help=", "--migrator help heads",
			"--migrator completion current", "targets", "init" })
	void otherAnswersNeedIt(String words) {
		assertThat(typed(words).isWithoutApplication()).isFalse();
	}

	@Test
	void onlyTargetsAreAskedInTheBackground() {
		assertThat(typed("targets").isInBackground()).isTrue();
		assertThat(typed("targets --help").isInBackground()).isFalse();
		assertThat(typed("heads").isInBackground()).isFalse();
	}

	private static TypedCommand typed(String words) {
		return new TypedCommand(List.of(words.split(" ")));
	}

}
