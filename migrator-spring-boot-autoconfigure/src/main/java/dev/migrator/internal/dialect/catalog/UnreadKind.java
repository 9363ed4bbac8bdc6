package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A kind of objects that {@link CatalogReader} leaves out.
 *
 * @param kind the kind, in the plural
 * @param lines the lines of a script with statements about such objects
 */
public record UnreadKind(String kind, List<Integer> lines) {

	/**
	 * The words after CREATE, before any name. If two begin alike, the longer one is
	 * first.
	 */
	private static final List<String> CREATED = List.of("MATERIALIZED VIEW", "VIEW", "FUNCTION", "PROCEDURE",
			"AGGREGATE", "EVENT TRIGGER", "TRIGGER", "RULE", "POLICY", "DOMAIN", "OPERATOR CLASS", "OPERATOR FAMILY",
			"OPERATOR", "COLLATION", "CONVERSION", "CAST", "TRANSFORM", "TEXT SEARCH CONFIGURATION",
			"TEXT SEARCH DICTIONARY", "TEXT SEARCH PARSER", "TEXT SEARCH TEMPLATE", "STATISTICS", "EXTENSION",
			"LANGUAGE", "ACCESS METHOD", "PUBLICATION", "SUBSCRIPTION", "FOREIGN DATA WRAPPER", "FOREIGN TABLE",
			"SERVER", "USER MAPPING", "USER", "ROLE", "TEMPORARY", "TEMP", "TABLE", "INDEX", "SEQUENCE", "SCHEMA",
			"TYPE");

	private static final Set<String> READ = Set.of("TABLE", "INDEX", "SEQUENCE", "SCHEMA", "DOMAIN", "VIEW",
			"MATERIALIZED VIEW", "FUNCTION", "PROCEDURE", "TRIGGER", "RULE", "POLICY");

	/** The kinds whose comments are read. */
	private static final Set<String> COMMENTED = Set.of("TABLE", "COLUMN", "CONSTRAINT", "INDEX", "SEQUENCE", "TYPE",
			"DOMAIN", "SCHEMA", "VIEW", "MATERIALIZED", "FUNCTION", "PROCEDURE", "ROUTINE", "TRIGGER", "RULE",
			"POLICY");

	/** The kinds for which PostgreSQL has another word than the command. */
	private static final Map<String, String> OTHER_WORDS = Map.of("STATISTICS", "statistics object",
			"FOREIGN DATA WRAPPER", "foreign-data wrapper", "SERVER", "foreign server", "USER", "role", "TEMP",
			"temporary object", "TEMPORARY", "temporary object");

	private static final Map<String, String> OTHERS = Map.of("GRANT", "rights", "REVOKE", "rights", "INSERT", "rows",
			"UPDATE", "rows", "DELETE", "rows", "MERGE", "rows", "SECURITY", "security labels");

	public UnreadKind {
		lines = List.copyOf(lines);
	}

	public static List<UnreadKind> in(List<SqlStatement> statements) {
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
			case "COMMENT" -> isCommentRead(words) ? null : "comments on objects that are not compared";
			default -> OTHERS.get(words.get(0));
		};
	}

	/**
	 * Returns whether the comment is read. The constraint of a domain has ON DOMAIN.
	 */
	private static boolean isCommentRead(List<String> words) {
		return words.size() > 2 && COMMENTED.contains(words.get(2))
				&& !(words.get(2).equals("CONSTRAINT") && Lexemes.containsSequence(words, "ON", "DOMAIN"));
	}

	private static @Nullable String created(List<String> words) {
		String command = IntStream.range(1, words.size())
			.mapToObj((start) -> String.join(" ", words.subList(start, words.size())) + " ")
			.flatMap((rest) -> CREATED.stream().filter((created) -> rest.startsWith(created + " ")))
			.findFirst()
			.orElse("TABLE");
		if (command.equals("TABLE") && Lexemes.containsSequence(words, "PARTITION", "OF")) {
			return KindWords.plural("partition");
		}
		if (command.equals("TABLE") && words.contains("INHERITS")) {
			return KindWords.plural("inheriting table");
		}
		if (command.equals("TYPE")) {
			return type(words);
		}
		return READ.contains(command) ? null
				: KindWords.plural(OTHER_WORDS.getOrDefault(command, command.toLowerCase(Locale.ROOT)));
	}

	private static @Nullable String type(List<String> words) {
		if (Lexemes.containsSequence(words, "AS", "ENUM")) {
			return null;
		}
		boolean range = Lexemes.containsSequence(words, "AS", "RANGE");
		return KindWords.plural(range ? "range type" : words.contains("AS") ? "composite type" : "base type");
	}

	private static @Nullable String altered(List<String> words) {
		if (Lexemes.containsSequence(words, "OWNER", "TO")) {
			return "owners";
		}
		return Lexemes.containsSequence(words, "DEFAULT", "PRIVILEGES") ? "rights" : null;
	}

}
