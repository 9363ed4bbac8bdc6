package dev.migrator.internal.cli.application;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Adds the name of the migrator to the commands in advice, if the application has several
 * migrators. The code that gives the advice does not know the others.
 */
public final class AdvisedCommands {

	static final List<String> NAMES = List.of("upgrade", "downgrade", "stamp", "current", "history", "heads",
			"branches", "show", "check", "revision", "merge", "edit", "export", "baseline", "resolve", "migrate",
			"rollback", "seed", "reset", "init", "list-templates", "ensure-version");

	private static final Pattern COMMAND = Pattern
		.compile("(?<![\\w.-])migrator (?=(" + String.join("|", NAMES) + ")(?![\\w.-]))");

	private AdvisedCommands() {
	}

	/**
	 * Names the migrator in each command of a text.
	 * @param text a text for people
	 * @param migrator the migrator of the text, or {@code null} if there is only one
	 * @return the text
	 */
	public static String in(String text, @Nullable String migrator) {
		return (migrator == null) ? text : COMMAND.matcher(text).replaceAll(Matcher.quoteReplacement(named(migrator)));
	}

	/**
	 * Names the migrator in each command of a line of the log.
	 * @param migrator its name, of letters, digits, periods and hyphens
	 * @return the message in a pattern of Logback
	 */
	public static String inLogback(String migrator) {
		return "%replace(%m){'" + COMMAND.pattern() + "','" + named(migrator) + "'}";
	}

	private static String named(String migrator) {
		return "migrator --migrator " + migrator + " ";
	}

}
