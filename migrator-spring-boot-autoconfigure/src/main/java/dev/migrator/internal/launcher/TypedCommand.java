package dev.migrator.internal.launcher;

import java.util.List;
import java.util.Set;

/**
 * A command as it was typed.
 *
 * @param words the command with its options
 */
record TypedCommand(List<String> words) {

	/**
	 * The command with which a shell completes targets. It runs in the background while
	 * somebody types, so it builds nothing: a build of the next command would meet it.
	 */
	private static final String TARGETS = "targets";

	private static final String HELP = "help";

	/** Commands that say nothing of the application. */
	private static final Set<String> WITHOUT_APPLICATION = Set.of(HELP, "completion", "list-templates");

	private static final Set<String> HELP_OPTIONS = Set.of("-h", "--help", "-V", "--version");

	/** Options before a command to which the next word belongs. */
	private static final Set<String> TAKING_VALUES = Set.of("--color", "--migrator");

	/**
	 * Returns the name of the command.
	 * @return the name, {@code help} if only that is asked for; an empty text if there is
	 * none
	 */
	String name() {
		return asksForHelp() ? HELP : word();
	}

	private String word() {
		String before = "";
		for (String word : this.words) {
			if (!word.startsWith("-") && !TAKING_VALUES.contains(before)) {
				return word.matches("[a-z-]+") ? word : "";
			}
			before = word;
		}
		return "";
	}

	private boolean asksForHelp() {
		return this.words.stream().takeWhile((word) -> !word.equals("--")).anyMatch(HELP_OPTIONS::contains);
	}

	/**
	 * Returns whether it never waits for a build.
	 */
	boolean isInBackground() {
		return name().equals(TARGETS);
	}

	/**
	 * Returns whether the answer is the same whatever the classes of the application are.
	 */
	boolean isWithoutApplication() {
		return WITHOUT_APPLICATION.contains(name());
	}

}
