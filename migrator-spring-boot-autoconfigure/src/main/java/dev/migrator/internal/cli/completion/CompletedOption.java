package dev.migrator.internal.cli.completion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option of a command.
 *
 * @param names its names, with their hyphens
 * @param description what it does
 * @param takesValue whether the next word belongs to it
 * @param value what that word can be
 */
record CompletedOption(List<String> names, String description, boolean takesValue, CompletedValue value) {

	static List<CompletedOption> of(CommandSpec command) {
		return command.options()
			.stream()
			.filter((option) -> !option.hidden())
			.map((option) -> of(option, command))
			.toList();
	}

	private static CompletedOption of(OptionSpec option, CommandSpec command) {
		boolean takesValue = option.arity().min() > 0;
		return new CompletedOption(Arrays.asList(option.names()), String.join(" ", option.description()), takesValue,
				takesValue ? CompletedValue.of(option, command) : CompletedValue.NOTHING);
	}

	Stream<CompletedWord> words() {
		return this.names.stream().map((name) -> CompletedWord.of(name, this.description));
	}

}
