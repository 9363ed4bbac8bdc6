package dev.migrator.internal.cli.report;

import java.util.List;
import java.util.Map;

/**
 * Finds our commands for the commands of other tools: Flyway, Liquibase, Flask-Migrate,
 * Django, Rails, goose, dbmate and Prisma.
 */
public final class ForeignCommands {

	private static final Map<String, List<String>> OURS = Map.ofEntries(Map.entry("status", List.of("current")),
			Map.entry("info", List.of("current", "history -i")), Map.entry("log", List.of("history")),
			Map.entry("list", List.of("history")), Map.entry("showmigrations", List.of("history -i")),
			Map.entry("up", List.of("upgrade")), Map.entry("update", List.of("upgrade")),
			Map.entry("apply", List.of("upgrade")), Map.entry("deploy", List.of("upgrade")),
			Map.entry("down", List.of("downgrade")), Map.entry("undo", List.of("rollback", "downgrade")),
			Map.entry("new", List.of("revision")), Map.entry("create", List.of("revision")),
			Map.entry("add", List.of("revision")), Map.entry("generate", List.of("revision --autogenerate")),
			Map.entry("makemigrations", List.of("revision --autogenerate")),
			Map.entry("diff", List.of("check", "revision --autogenerate")), Map.entry("validate", List.of("check")),
			Map.entry("verify", List.of("check")), Map.entry("repair", List.of("stamp --accept", "resolve")),
			Map.entry("fix", List.of("check")), Map.entry("clean", List.of("reset")),
			Map.entry("drop", List.of("reset")), Map.entry("sqlmigrate", List.of("upgrade --sql")));

	/** Groups of commands of other tools: the command is the next word. */
	private static final List<String> GROUPS = List.of("db", "migration", "migrations");

	private ForeignCommands() {
	}

	/**
	 * Finds the command that is meant.
	 * @param typed the word in the place of the command, and the words after it
	 * @param names the names of our commands
	 * @return our commands; none if no other tool has such a word
	 */
	public static List<String> ours(List<String> typed, List<String> names) {
		String word = typed.get(0);
		String group = word.contains(":") ? word.substring(0, word.indexOf(':')) : word;
		if (GROUPS.contains(group) && (word.contains(":") || typed.size() > 1)) {
			String command = word.contains(":") ? word.substring(word.indexOf(':') + 1) : typed.get(1);
			return names.contains(command) ? List.of(command) : OURS.getOrDefault(command, List.of());
		}
		return OURS.getOrDefault(word, List.of());
	}

}
