package dev.migrator.internal.cli.completion;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The words that can follow an option or a command.
 *
 * @param words words that are always the same
 * @param targets whether ids and labels can follow too
 * @param file whether the name of a file follows
 */
record CompletedValue(List<CompletedWord> words, boolean targets, boolean file) {

	static final CompletedValue NOTHING = new CompletedValue(List.of(), false, false);

	/**
	 * Returns what an option or a parameter takes. What the help calls it says which kind
	 * of value that is.
	 */
	static CompletedValue of(ArgSpec argument, CommandSpec command) {
		return switch (argument.paramLabel()) {
			case "TARGET", "REVISION", "RANGE" -> new CompletedValue(TargetWords.fixed(command.name()), true, false);
			case "COMMAND" -> words(CompletedCommand.names(command.root()));
			case "FILE" -> new CompletedValue(List.of(), false, true);
			default -> words(candidates(argument));
		};
	}

	private static CompletedValue words(List<CompletedWord> words) {
		return new CompletedValue(words, false, false);
	}

	private static List<CompletedWord> candidates(ArgSpec argument) {
		List<CompletedWord> words = new ArrayList<>();
		if (argument.completionCandidates() != null) {
			argument.completionCandidates().forEach((word) -> words.add(new CompletedWord(word, "")));
		}
		return words;
	}

}
