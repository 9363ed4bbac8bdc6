package dev.migrator.internal.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.internal.cli.Commands;
import dev.migrator.internal.cli.MigratorCommand;
import dev.migrator.internal.cli.application.JvmProcess;
import dev.migrator.internal.cli.option.GlobalOptions;
import dev.migrator.internal.cli.option.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands that stand in the documentation can be typed as they stand there.
 */
class DocumentedCommandTests {

	private static final Path DOCS = Path.of("../docs");

	/** In a block or between backticks, up to a comment or another command. */
	private static final Pattern COMMAND = Pattern
		.compile("(?m)(?:^ *|`|&& |\\$ )(?:java -jar \\S+ )?migrator ((?:\"[^\"\n]*\"|'[^'\n]*'|[^`\n#&|\"'])+)");

	private static final Pattern OPTION = Pattern.compile("[`\\[](--?[a-z][a-z-]*)");

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

	static Stream<String> commands() throws IOException {
		try (Stream<Path> files = Files.list(DOCS)) {
			return Stream.concat(files, Stream.of(Path.of("../README.md")))
				.filter((file) -> file.toString().endsWith(".md"))
				.sorted()
				.flatMap(DocumentedCommandTests::in)
				.distinct()
				.toList()
				.stream();
		}
	}

	private static Stream<String> in(Path page) {
		try {
			return COMMAND.matcher(Files.readString(page))
				.results()
				.map((command) -> command.group(1).strip())
				.filter((command) -> !command.contains("<command>") && !command.contains("..."));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("commands")
	void commandCanBeTyped(String typed) {
		List<String> words = WORD.matcher(typed)
			.results()
			.map((word) -> Stream.of(1, 2, 3).map(word::group).filter((text) -> text != null).findFirst().orElseThrow())
			.toList();
		MigratorCommand command = MigratorCommand.of(new JvmProcess(),
				Stream.concat(Stream.of("migrator"), words.stream()).toArray(String[]::new));

		assertThat(command).isNotNull();
		assertThat(command.answerWithoutApplication().orElse(ExitCode.DONE)).isEqualTo(ExitCode.DONE);
	}

	@Test
	void everyCommandIsOnThePageWithOptionsThatItHas() throws IOException {
		String page = Files.readString(DOCS.resolve("commands.md"));
		GlobalOptions options = new GlobalOptions();
		CommandLine line = Commands.of(options, new Invocation(options, new Screen(new JvmProcess())), List.of());

		assertThat(line.getSubcommands().values()).hasSizeGreaterThan(20).allSatisfy((command) -> {
			String row = page.lines()
				.filter((text) -> text.matches("\\| [^|]*`" + command.getCommandName() + "[ `].*"))
				.findFirst()
				.orElseThrow();
			assertThat(OPTION.matcher(row).results().map((option) -> option.group(1)))
				.allSatisfy((option) -> assertThat(command.getCommandSpec().findOption(option)).as(option).isNotNull());
		});
	}

}
