package dev.migrator.internal.dialect.session;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.CharacterSource;
import dev.migrator.internal.dialect.lexer.SqlScanner;

/**
 * Writes an author's SQL so that psql finds the same strings in it as the server. psql
 * reads line by line. If {@code E'...'} continues in the next line, psql has forgotten
 * the {@code E}, and there a backslash does not escape a quote for it. So the quote is
 * written twice, which means the same to both.
 *
 * @see <a href=
 * "https://github.com/postgres/postgres/blob/REL_18_STABLE/src/fe_utils/psqlscan.l">psqlscan.l</a>
 */
public final class PsqlText {

	private static final String HIDDEN_QUOTE = "\\'";

	private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

	private PsqlText() {
	}

	/**
	 * Doubles the quotes that psql would read as the end of a string.
	 * @param sql whole statements
	 * @return SQL of the same length that means the same to the server
	 */
	public static String of(String sql) {
		if (!sql.contains(HIDDEN_QUOTE)) {
			return sql;
		}
		StringBuilder written = new StringBuilder(sql);
		CharacterSource source = new CharacterSource(new StringReader(sql), 1);
		SqlScanner scanner = new SqlScanner(source);
		while (scanner.next() != SqlScanner.Kind.END) {
			if (scanner.continuesEscapeString()) {
				writeTwice(written, (int) scanner.start(), (int) source.offset());
			}
		}
		return written.toString();
	}

	private static void writeTwice(StringBuilder sql, int from, int to) {
		Matcher escape = ESCAPE.matcher(sql.substring(from, to));
		while (escape.find()) {
			if (escape.group().equals(HIDDEN_QUOTE)) {
				sql.replace(from + escape.start(), from + escape.end(), "''");
			}
		}
	}

}
