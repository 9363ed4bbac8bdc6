package dev.migrator.internal.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command, or the command line before one.
 *
 * @param name its name, empty before a command
 * @param options its options
 * @param argument what can follow it besides options
 */
record CompletedCommand(String name, List<CompletedOption> options, CompletedValue argument) {

	/**
	 * Returns the command line before a command, and each command that the help lists.
	 */
	static List<CompletedCommand> of(CommandSpec root) {
		List<CompletedCommand> all = new ArrayList<>();
		all.add(new CompletedCommand("", CompletedOption.of(root), new CompletedValue(names(root), false, false)));
		listed(root).forEach((command) -> all.add(new CompletedCommand(command.name(), CompletedOption.of(command),
				command.positionalParameters()
					.stream()
					.findFirst()
					.map((parameter) -> CompletedValue.of(parameter, command))
					.orElse(CompletedValue.NOTHING))));
		return all;
	}

	/**
	 * Returns the names of the commands that the help lists.
	 */
	static List<CompletedWord> names(CommandSpec root) {
		return listed(root)
			.map((command) -> CompletedWord.of(command.name(), String.join(" ", command.usageMessage().description())))
			.toList();
	}

	private static Stream<CommandSpec> listed(CommandSpec root) {
		return root.subcommands()
			.values()
			.stream()
			.map(CommandLine::getCommandSpec)
			.filter((command) -> !command.usageMessage().hidden())
			.distinct();
	}

}
