package dev.migrator.internal.dialect.error;

import java.io.StringReader;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.SqlLexer;
import dev.migrator.internal.dialect.lexer.SqlToken;
import dev.migrator.internal.dialect.lexer.SqlToken.CopyData;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;

/**
 * Hides secrets in what is shown to people: SQL, and messages that may quote SQL. If a
 * statement mentions one of the {@link SecretWords}, all of its literals are replaced by
 * asterisks, because the value may be before the word, after it or far from it. A
 * statement that mentions none stays as it is. Hides too much rather than too little.
 */
public final class Secrets {

	private static final String WORD = SecretWords.PATTERN;

	private static final Pattern CONNECTION_STRING = Pattern
		.compile("(" + WORD + "[\\w.-]{0,50}\\s{0,5}[=:]\\s{0,5})(?!'|\\*)[^\\s'\"&;,()]+");

	private static final Pattern OPTION = Pattern
		.compile("(?<=\\s|^)(--?[\\w-]{0,50}?" + WORD + "[\\w-]{0,50}\\s{1,5})(?![-*'\"])\\S+");

	private static final Pattern JSON = Pattern
		.compile("(" + WORD + "[^\"\\n]{0,50}\"\\s{0,5}:\\s{0,5})(?:\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\z)|[^\\s,}\\]\"]+)");

	private static final Pattern URL = Pattern
		.compile("(?i)((?<![a-z0-9+.-])[a-z0-9+.-]++://[^\\s:/@'\"]*:)[^\\s/'\"]+@");

	/** The part that the driver adds to a message: rows and keys with their values. */
	private static final Pattern DETAIL = Pattern.compile("(?s)(\\n\\s{0,5}(?:Detail|Where): ).*");

	private static final Pattern ROW = Pattern.compile("(?s)(\\n\\s{0,5}Detail: Failing row contains \\().*");

	private static final Pattern QUOTED = Pattern.compile("(?s)'.*'|'.*\\z|\\$(\\w*)\\$.*\\$\\1\\$");

	private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d{4,}+(?!\\w)");

	private static final Pattern COMMENT_BEHIND = Pattern.compile(";?[ \\t]*+(?:--|/\\*)[^\\r\\n]*+");

	private Secrets() {
	}

	/**
	 * Hides secrets in a message, which may quote SQL, a connection string or a URL.
	 * @param text the message
	 * @return the message without secrets
	 */
	public static String mask(String text) {
		String masked = text;
		if (SecretWords.areIn(text)) {
			masked = DETAIL.matcher(masked).replaceFirst("$1" + LiteralMask.HIDDEN);
			masked = JSON.matcher(masked).replaceAll("$1\"" + LiteralMask.HIDDEN + "\"");
			masked = CONNECTION_STRING.matcher(masked).replaceAll("$1" + LiteralMask.HIDDEN);
			masked = OPTION.matcher(masked).replaceAll("$1" + LiteralMask.HIDDEN);
			masked = QUOTED.matcher(masked).replaceFirst("'" + LiteralMask.HIDDEN + "'");
			masked = NUMBER.matcher(masked).replaceAll(LiteralMask.HIDDEN);
		}
		masked = ROW.matcher(masked).replaceFirst("$1" + LiteralMask.HIDDEN + ")");
		return withoutLogins(masked);
	}

	/**
	 * Hides secrets in a statement.
	 * @param sql the statement, or the rest of it if it was cut off
	 * @return the statement, without its literals if it mentions a secret
	 */
	public static String maskStatement(String sql) {
		return part(sql, SecretWords.areIn(sql));
	}

	/**
	 * Hides all literals of a statement, whatever it mentions.
	 * @param sql the statement
	 * @return the statement without literals
	 */
	public static String withoutLiterals(String sql) {
		return new LiteralMask(sql).mask();
	}

	/**
	 * Hides secrets in a script, statement by statement. The comments before a statement
	 * and the data of a COPY belong to the statement.
	 * @param sql any number of statements
	 * @return the script, without the literals of the statements that mention a secret
	 */
	public static String maskScript(String sql) {
		return SecretWords.areIn(sql) ? maskScript(sql, Secrets::maskStatement) : withoutLogins(sql);
	}

	/**
	 * Hides secrets in the beginning of a script. The word for a value of the last
	 * statement may have been cut off.
	 * @param sql the beginning
	 * @return the beginning as {@link #maskScript} returns it, with the last statement
	 * without any literal
	 */
	public static String maskBeginning(String sql) {
		return maskScript(sql, Secrets::withoutLiterals);
	}

	private static String maskScript(String sql, UnaryOperator<String> rest) {
		StringBuilder masked = new StringBuilder();
		int from = 0;
		boolean secret = false;
		try {
			SqlLexer lexer = new SqlLexer(new StringReader(sql));
			for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
				int end = (int) token.end();
				if (token instanceof SqlStatement && end == sql.length()) {
					break;
				}
				if (token instanceof SqlStatement) {
					String part = sql.substring(from, end);
					secret = SecretWords.areIn(part) || SecretWords.areIn(commentBehind(sql, end));
					masked.append(part(part, secret));
					from = end;
				}
				else if (token instanceof CopyData data) {
					masked.append(sql, from, (int) data.start())
						.append(secret ? LiteralMask.HIDDEN + "\n" : sql.substring((int) data.start(), end));
					from = end;
				}
			}
		}
		catch (UnreadableSqlException ex) {
			// The rest is treated as one statement.
		}
		return masked.append(rest.apply(sql.substring(from))).toString();
	}

	private static String part(String sql, boolean secret) {
		return withoutLogins(secret ? new LiteralMask(sql).mask() : sql);
	}

	private static String commentBehind(String sql, int end) {
		Matcher comment = COMMENT_BEHIND.matcher(sql).region(end, sql.length());
		return comment.lookingAt() ? comment.group() : "";
	}

	private static String withoutLogins(String text) {
		return URL.matcher(text).replaceAll("$1" + LiteralMask.HIDDEN + "@");
	}

}
