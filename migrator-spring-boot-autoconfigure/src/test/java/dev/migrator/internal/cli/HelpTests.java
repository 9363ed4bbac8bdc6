package dev.migrator.internal.cli;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.internal.cli.application.JvmProcess;
import dev.migrator.internal.cli.option.GlobalOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.output.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The texts of {@code --help}.
 */
class HelpTests {

	@Test
	void exampleIsRightInTheProjectAndWhereItIsDeployed() {
		assertThat(all().getUsageMessage()).endsWith("""

				Examples:
				  In the project:        ./migrator upgrade heads
				  Where it is deployed:  java -jar app.jar migrator upgrade heads
				""");
	}

	@ParameterizedTest
	@MethodSource("commands")
	void noLineEndsWithinAWord(CommandLine command) {
		assertThat(command.getUsageMessage()).contains("Usage: migrator").doesNotContainPattern("(?m)(^| )\\.$");
	}

	static Stream<CommandLine> commands() {
		return Stream.concat(Stream.of(all()), all().getSubcommands().values().stream());
	}

	private static CommandLine all() {
		GlobalOptions options = new GlobalOptions();
		return Commands.of(options, new Invocation(options, new Screen(new JvmProcess())), List.of());
	}

}
