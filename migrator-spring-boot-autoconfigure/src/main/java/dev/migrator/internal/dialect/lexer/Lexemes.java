package dev.migrator.internal.dialect.lexer;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Splits one statement into its tokens as text, for the rules that need more than its
 * first words. Words are in upper case. All else (strings and quoted identifiers too) is
 * as written. Comments are left out.
 */
public final class Lexemes {

	private Lexemes() {
	}

	public static List<String> of(String statement) {
		CharacterSource source = new CharacterSource(new StringReader(statement), 1);
		SqlScanner scanner = new SqlScanner(source);
		List<String> lexemes = new ArrayList<>();
		for (SqlScanner.Kind kind = scanner.next(); kind != SqlScanner.Kind.END; kind = scanner.next()) {
			if (kind == SqlScanner.Kind.WORD) {
				lexemes.add(scanner.text());
			}
			else if (kind != SqlScanner.Kind.LINE_COMMENT) {
				lexemes.add(statement.substring((int) scanner.start(), (int) source.offset()));
			}
		}
		return lexemes;
	}

	/**
	 * Returns the value of a string, with or without escapes, in quotes or in dollar
	 * quotes.
	 * @param lexeme a token
	 * @return the value, or the token itself if it is not a string
	 */
	public static String value(String lexeme) {
		if (lexeme.startsWith("'")) {
			return lexeme.substring(1, lexeme.length() - 1).replace("''", "'");
		}
		if (lexeme.startsWith("E'") || lexeme.startsWith("e'")) {
			return lexeme.substring(2, lexeme.length() - 1).replace("''", "'").replaceAll("\\\\(.)", "$1");
		}
		if (isDollarQuote(lexeme)) {
			int tag = lexeme.indexOf('$', 1) + 1;
			return lexeme.substring(tag, lexeme.length() - tag);
		}
		return lexeme;
	}

	public static boolean isString(String lexeme) {
		return lexeme.startsWith("'") || lexeme.startsWith("E'") || lexeme.startsWith("e'") || isDollarQuote(lexeme);
	}

	public static boolean isDollarQuote(String lexeme) {
		return lexeme.length() > 3 && lexeme.startsWith("$") && lexeme.endsWith("$");
	}

	public static boolean containsSequence(List<String> words, String... sequence) {
		return Collections.indexOfSubList(words, List.of(sequence)) >= 0;
	}

}
