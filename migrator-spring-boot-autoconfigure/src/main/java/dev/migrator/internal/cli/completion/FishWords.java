package dev.migrator.internal.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The words as {@code complete} commands of fish.
 */
final class FishWords {

	private final String name;

	FishWords(String name) {
		this.name = name;
	}

	String of(List<CompletedCommand> commands) {
		return commands.stream().map(this::of).collect(Collectors.joining());
	}

	/**
	 * Returns the names of the options to which the next word belongs.
	 */
	static String takingValues(CompletedCommand command) {
		return command.options()
			.stream()
			.filter(CompletedOption::takesValue)
			.flatMap((option) -> option.names().stream())
			.collect(Collectors.joining(" "));
	}

	private String of(CompletedCommand command) {
		String where = "complete -c " + this.name + " -n " + quoted("__" + this.name + "_in " + quoted(command.name()));
		StringBuilder text = new StringBuilder();
		if (!command.argument().equals(CompletedValue.NOTHING)) {
			text.append(where).append(value(command.argument())).append("\n");
		}
		for (CompletedOption option : command.options()) {
			text.append(where);
			option.names()
				.forEach((name) -> text
					.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1)));
			if (option.takesValue()) {
				text.append(" -r").append(value(option.value()));
			}
			text.append(" -d ").append(quoted(description(option))).append("\n");
		}
		return text.toString();
	}

	private static String description(CompletedOption option) {
		return CompletedWord.of("", option.description()).description();
	}

	private String value(CompletedValue value) {
		if (value.file()) {
			return " -F";
		}
		String words = value.words().stream().map((word) -> " " + quoted(word.line())).collect(Collectors.joining());
		String print = "__%s_%s%s".formatted(this.name, value.targets() ? "targets" : "words", words);
		return value.equals(CompletedValue.NOTHING) ? " -f" : " -k -f -a " + quoted("(" + print + ")");
	}

	private static String quoted(String text) {
		return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
	}

}
