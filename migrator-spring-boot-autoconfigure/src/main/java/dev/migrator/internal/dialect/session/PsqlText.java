package dev.migrator.internal.dialect.session;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.CharacterSource;
import dev.migrator.internal.dialect.lexer.SqlScanner;

/**
 * An author's SQL as psql finds the same strings in it as the server. psql reads line by
 * line, and where {@code E'...'} goes on in the next line it has forgotten the {@code E}:
 * to it a backslash before a quote hides nothing there. So that quote is written twice,
 * which means the same to both.
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
	 * Writes the quotes twice that psql would take for the end of a string.
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
