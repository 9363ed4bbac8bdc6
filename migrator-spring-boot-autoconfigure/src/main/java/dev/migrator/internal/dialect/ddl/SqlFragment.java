package dev.migrator.internal.dialect.ddl;

import java.io.StringReader;

import dev.migrator.internal.dialect.lexer.CharacterSource;
import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.SqlScanner;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.TextRule;

/**
 * Checks SQL of an author that becomes part of a statement: a default, a condition, a
 * query. Refuses SQL that would end the statement or affect the text after it.
 */
public final class SqlFragment {

	private SqlFragment() {
	}

	/**
	 * Checks a fragment.
	 * @return the fragment, with a line break after a line comment at its end
	 */
	public static String of(String sql) {
		TextRule.check("This SQL", sql);
		SqlScanner scanner = new SqlScanner(new CharacterSource(new StringReader(sql), 1));
		int depth = 0;
		boolean comment = false;
		try {
			for (SqlScanner.Kind kind = scanner.next(); kind != SqlScanner.Kind.END; kind = scanner.next()) {
				comment = comment || kind == SqlScanner.Kind.LINE_COMMENT;
				if (kind == SqlScanner.Kind.SEMICOLON || kind == SqlScanner.Kind.BACKSLASH) {
					throw refused(sql,
							"ends in the middle, at a " + ((kind == SqlScanner.Kind.SEMICOLON) ? ";" : "\\"));
				}
				depth += parenthesis(sql.charAt((int) scanner.start()), kind);
				if (depth < 0) {
					throw refused(sql, "closes a parenthesis that it did not open");
				}
			}
		}
		catch (UnreadableSqlException ex) {
			throw refused(sql, "cannot be read: " + ex.problem());
		}
		if (depth > 0) {
			throw refused(sql, "opens a parenthesis that it does not close");
		}
		String text = withoutCarriageReturns(sql).strip();
		return comment ? text + "\n" : text;
	}

	/**
	 * Checks a fragment that is a single element: a comma would begin another one.
	 * @return the fragment, with a line break after a line comment at its end
	 */
	static String one(String sql) {
		String text = of(sql);
		SqlScanner scanner = new SqlScanner(new CharacterSource(new StringReader(sql), 1));
		int depth = 0;
		for (SqlScanner.Kind kind = scanner.next(); kind != SqlScanner.Kind.END; kind = scanner.next()) {
			char c = sql.charAt((int) scanner.start());
			if (depth == 0 && c == ',') {
				throw refused(sql, "has a comma in the middle");
			}
			depth += parenthesis(c, kind);
		}
		return text;
	}

	/**
	 * Removes carriage returns. The server writes values as they are, but not every tool
	 * keeps the line ends of a file.
	 */
	private static String withoutCarriageReturns(String sql) {
		if (sql.indexOf('\r') < 0) {
			return sql;
		}
		CharacterSource source = new CharacterSource(new StringReader(sql), 1);
		SqlScanner scanner = new SqlScanner(source);
		StringBuilder text = new StringBuilder();
		int end = 0;
		for (SqlScanner.Kind kind = scanner.next(); kind != SqlScanner.Kind.END; kind = scanner.next()) {
			String lexeme = sql.substring((int) scanner.start(), (int) source.offset());
			boolean single = lexeme.matches("(?s)'(?:[^']|'')*+'") && lexeme.indexOf('\r') > 0;
			text.append(sql, end, (int) scanner.start())
				.append(single ? SqlText.literal(Lexemes.value(lexeme)) : lexeme);
			end = (int) source.offset();
		}
		return text.append(sql.substring(end)).toString();
	}

	private static int parenthesis(char c, SqlScanner.Kind kind) {
		if (kind == SqlScanner.Kind.WORD || kind == SqlScanner.Kind.LINE_COMMENT) {
			return 0;
		}
		return switch (c) {
			case '(', '[' -> 1;
			case ')', ']' -> -1;
			default -> 0;
		};
	}

	private static InvalidDefinitionException refused(String sql, String why) {
		return new InvalidDefinitionException("This SQL %s:\n\n    %s".formatted(why, sql.strip()),
				"Write one expression or query, without a semicolon.");
	}

}
