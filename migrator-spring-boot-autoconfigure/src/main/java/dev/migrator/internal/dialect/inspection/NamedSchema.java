package dev.migrator.internal.dialect.inspection;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.CharacterSource;
import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlScanner;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a script that names a schema.
 *
 * @param line the line
 * @param what what the script does, as the rest of a sentence:
 * {@code refers to "public.users"}
 */
public record NamedSchema(int line, String what) {

	/** The argument of nextval or to_regclass: {@code 'public.users_seq'}. */
	private static final Pattern IN_STRING = Pattern.compile("\\s*((" + NameText.QUOTED + "|" + NameText.UNQUOTED
			+ ")\\s*\\.\\s*[A-Za-z0-9_\"\\x{80}-\\x{10FFFF}]{1,63})");

	private static final Set<String> CHANGING = Set.of("SET", "RESET", "DISCARD", "SELECT", "DO", "CALL");

	/**
	 * Statements about objects outside of all schemas that affect objects in any schema.
	 */
	private static final Map<List<String>, String> OUTSIDE = Map.of(List.of("CREATE", "SCHEMA"), "creates a schema",
			List.of("DROP", "EXTENSION"), "drops an extension", List.of("ALTER", "EXTENSION"), "changes an extension",
			List.of("DROP", "OWNED"), "drops what a role owns", List.of("REASSIGN", "OWNED"), "takes what a role owns");

	/** The words that may be between SCHEMA and its name. */
	private static final Set<String> BETWEEN = Set.of("IF", "EXISTS");

	public static Optional<NamedSchema> in(SqlStatement statement, String sql, Set<String> schemas) {
		for (Map.Entry<List<String>, String> outside : OUTSIDE.entrySet()) {
			if (statement.startsWith(outside.getKey().toArray(String[]::new))) {
				return Optional.of(new NamedSchema(statement.line(), outside.getValue()));
			}
		}
		if (changesPath(statement, sql)) {
			return Optional.of(new NamedSchema(statement.line(), "changes the search path"));
		}
		return Optional.ofNullable(name(sql, statement.line(), schemas, statement.startsWith("DO")));
	}

	private static boolean changesPath(SqlStatement statement, String sql) {
		List<String> words = statement.words();
		if (words.isEmpty() || !CHANGING.contains(words.get(0))) {
			return false;
		}
		boolean whole = statement.startsWith("RESET", "ALL") || statement.startsWith("SET", "SCHEMA")
				|| statement.startsWith("SET", "LOCAL", "SCHEMA") || statement.startsWith("SET", "SESSION", "SCHEMA");
		return whole || Lexemes.of(sql)
			.stream()
			.anyMatch((lexeme) -> Lexemes.value(lexeme).toLowerCase(Locale.ROOT).contains("search_path"));
	}

	/**
	 * @param code whether strings are code that is run, such as those of a DO
	 */
	private static @Nullable NamedSchema name(String sql, int firstLine, Set<String> schemas, boolean code) {
		CharacterSource source = new CharacterSource(new StringReader(sql), firstLine);
		SqlScanner scanner = new SqlScanner(source);
		String previous = "";
		int line = firstLine;
		String schema = null;
		boolean schemaFollows = false;
		for (SqlScanner.Kind kind = scanner.next(); kind != SqlScanner.Kind.END; kind = scanner.next()) {
			String lexeme = (kind == SqlScanner.Kind.LINE_COMMENT) ? ""
					: sql.substring((int) scanner.start(), (int) source.offset());
			if (schema != null) {
				return new NamedSchema(line, "refers to " + schema + "." + lexeme);
			}
			if (kind == SqlScanner.Kind.DOT && schemas.contains(NameText.of(previous))) {
				schema = previous;
			}
			if (schemaFollows && schemas.contains(NameText.of(lexeme))) {
				return new NamedSchema(scanner.line(), "refers to the schema " + lexeme);
			}
			String word = (kind == SqlScanner.Kind.WORD) ? scanner.text() : "";
			schemaFollows = word.equals("SCHEMA") || (schemaFollows && BETWEEN.contains(word));
			NamedSchema inString = Lexemes.isString(lexeme) ? inString(lexeme, scanner.line(), schemas, code) : null;
			if (inString != null) {
				return inString;
			}
			previous = lexeme.isEmpty() ? previous : lexeme;
			line = lexeme.isEmpty() ? line : scanner.line();
		}
		return null;
	}

	private static @Nullable NamedSchema inString(String lexeme, int line, Set<String> schemas, boolean code) {
		String value = Lexemes.value(lexeme);
		Matcher name = IN_STRING.matcher(value);
		if (!Lexemes.isDollarQuote(lexeme) && name.lookingAt() && schemas.contains(NameText.of(name.group(2)))) {
			return new NamedSchema(line, "refers to " + name.group(1));
		}
		try {
			return code ? name(value, line, schemas, true) : null;
		}
		catch (UnreadableSqlException ex) {
			// The string is not SQL.
			return null;
		}
	}

}
