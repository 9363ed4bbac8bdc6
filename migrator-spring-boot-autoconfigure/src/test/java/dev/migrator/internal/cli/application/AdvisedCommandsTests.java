package dev.migrator.internal.cli.application;

import java.util.List;

import dev.migrator.internal.cli.Commands;
import dev.migrator.internal.cli.option.GlobalOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.output.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class AdvisedCommandsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"Say so: migrator stamp --accept a b | Say so: migrator --migrator orders stamp --accept a b",
			"first (migrator upgrade heads). | first (migrator --migrator orders upgrade heads).",
			"`migrator current`, migrator show a | `migrator --migrator orders current`, migrator --migrator orders show a" })
	void migratorIsNamedInEachCommand(String text, String expected) {
		assertThat(AdvisedCommands.in(text, "orders")).isEqualTo(expected);
		assertThat(AdvisedCommands.in(text, null)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "the migrator ends it", "migrator.upgrade is set", "the migrator upgraded it", "migrator show-all",
			"my-migrator upgrade" })
	void whatIsNoCommandStays(String text) {
		assertThat(AdvisedCommands.in(text, "orders")).isEqualTo(text);
	}

	@Test
	void everyCommandThatTakesAMigratorIsKnown() {
		GlobalOptions options = new GlobalOptions();
		CommandLine line = Commands.of(options, new Invocation(options, new Screen(new JvmProcess())), List.of());
		List<String> others = List.of("completion", "targets", "help");

		assertThat(Commands.names(line).stream().filter((name) -> !others.contains(name)))
			.containsExactlyInAnyOrderElementsOf(AdvisedCommands.NAMES);
	}

}
