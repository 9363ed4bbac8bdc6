package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Objects of a kind that {@link CatalogReader} leaves out.
 *
 * @param kind the kind, in the plural
 * @param lines the lines of a script with statements about such objects
 */
public record UnreadKind(String kind, List<Integer> lines) {

	/** What stands behind CREATE, before any name. */
	private static final Map<String, String> CREATED = Map.ofEntries(Map.entry("VIEW", "views"),
			Map.entry("FUNCTION", "functions and procedures"), Map.entry("PROCEDURE", "functions and procedures"),
			Map.entry("AGGREGATE", "aggregates"), Map.entry("TRIGGER", "triggers"),
			Map.entry("EXTENSION", "extensions"), Map.entry("DOMAIN", "domains"), Map.entry("POLICY", "policies"),
			Map.entry("RULE", "rules"), Map.entry("OPERATOR", "operators"), Map.entry("CAST", "casts"),
			Map.entry("COLLATION", "collations"), Map.entry("STATISTICS", "statistics"),
			Map.entry("PUBLICATION", "publications"), Map.entry("ROLE", "roles"), Map.entry("USER", "roles"),
			Map.entry("SERVER", "foreign servers"), Map.entry("FOREIGN", "foreign tables, servers and wrappers"),
			Map.entry("TEMP", "temporary objects"), Map.entry("TEMPORARY", "temporary objects"),
			Map.entry("TEXT", "text search objects"));

	private static final Set<String> READ = Set.of("TABLE", "INDEX", "SEQUENCE", "SCHEMA", "TYPE");

	private static final Map<String, String> OTHERS = Map.of("GRANT", "rights", "REVOKE", "rights", "INSERT", "rows",
			"UPDATE", "rows", "DELETE", "rows", "MERGE", "rows", "SECURITY", "security labels");

	public UnreadKind {
		lines = List.copyOf(lines);
	}

	static List<UnreadKind> in(List<SqlStatement> statements) {
		Map<String, List<Integer>> found = new LinkedHashMap<>();
		for (SqlStatement statement : statements) {
			String kind = statement.words().isEmpty() ? null : kind(statement);
			if (kind != null) {
				found.computeIfAbsent(kind, (key) -> new ArrayList<>()).add(statement.line());
			}
		}
		return found.entrySet().stream().map((entry) -> new UnreadKind(entry.getKey(), entry.getValue())).toList();
	}

	private static @Nullable String kind(SqlStatement statement) {
		List<String> words = statement.words();
		return switch (words.get(0)) {
			case "CREATE" -> created(words);
			case "ALTER" -> altered(words);
			case "COMMENT" ->
				statement.startsWith("COMMENT", "ON", "TABLE") || statement.startsWith("COMMENT", "ON", "COLUMN") ? null
						: "comments on anything but tables and columns";
			default -> OTHERS.get(words.get(0));
		};
	}

	private static @Nullable String created(List<String> words) {
		String first = words.stream()
			.skip(1)
			.filter((word) -> CREATED.containsKey(word) || READ.contains(word))
			.findFirst()
			.orElse("");
		if (first.equals("TYPE")) {
			return words.contains("ENUM") ? null : "types other than enums";
		}
		if (first.equals("TABLE") && Lexemes.containsSequence(words, "PARTITION", "OF")) {
			return "partitions";
		}
		return CREATED.get(first);
	}

	private static @Nullable String altered(List<String> words) {
		if (Lexemes.containsSequence(words, "OWNER", "TO")) {
			return "owners";
		}
		if (Lexemes.containsSequence(words, "ROW", "LEVEL", "SECURITY")) {
			return "policies";
		}
		return Lexemes.containsSequence(words, "DEFAULT", "PRIVILEGES") ? "rights" : null;
	}

}
