package dev.migrator.internal.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words as functions that bash and zsh understand: {@code _NAME_values} prints what
 * can follow an option, and fails if nothing belongs to it; {@code _NAME_options} and
 * {@code _NAME_arguments} print what can follow a command.
 */
final class PosixWords {

	private final String name;

	PosixWords(String name) {
		this.name = name;
	}

	String of(List<CompletedCommand> commands) {
		return function("values", "\"$2 $3\"", commands.stream().flatMap(this::values), "*) return 1 ;;")
				+ function("options", "\"$2\"",
						commands.stream()
							.map((command) -> arm("'" + command.name() + "'",
									print(command.options().stream().flatMap(CompletedOption::words).toList()))),
						"")
				+ function("arguments", "\"$2\"",
						commands.stream().map((command) -> arm("'" + command.name() + "'", value(command.argument()))),
						"");
	}

	private String function(String kind, String of, Stream<String> arms, String otherwise) {
		return "_%s_%s() {\n  case %s in\n%s    %s\n  esac\n}\n\n".formatted(this.name, kind, of,
				arms.collect(Collectors.joining()), otherwise);
	}

	private Stream<String> values(CompletedCommand command) {
		return command.options()
			.stream()
			.filter(CompletedOption::takesValue)
			.map((option) -> arm(option.names()
				.stream()
				.map((name) -> "'" + command.name() + " " + name + "'")
				.collect(Collectors.joining("|")), value(option.value())));
	}

	private String value(CompletedValue value) {
		return print(value.words()) + (value.targets() ? "_" + this.name + "_targets \"$1\" " : "");
	}

	private static String arm(String pattern, String code) {
		return "    " + pattern + ") " + code + ";;\n";
	}

	private static String print(List<CompletedWord> words) {
		return words.isEmpty() ? ""
				: words.stream()
					.map((word) -> "'" + word.line().replace("'", "'\\''") + "'")
					.collect(Collectors.joining(" ", "printf '%s\\n' ", "; "));
	}

}
