package dev.migrator.internal.dialect.lexer;

/**
 * Removes the parentheses that PostgreSQL prints around an expression. The SQL that uses
 * the expression puts its own around it again.
 */
public final class OuterParentheses {

	private OuterParentheses() {
	}

	/**
	 * Removes the outer parentheses of an expression.
	 * @param sql an expression as the server prints it: strings and names in quotes,
	 * without comments and without dollar quotes
	 */
	public static String without(String sql) {
		return enclosed(sql) ? without(sql.substring(1, sql.length() - 1)) : sql;
	}

	private static boolean enclosed(String sql) {
		if (!sql.startsWith("(") || !sql.endsWith(")")) {
			return false;
		}
		int depth = 0;
		char quote = 0;
		for (int i = 0; i < sql.length() - 1; i++) {
			char c = sql.charAt(i);
			if (quote != 0) {
				// A doubled quote ends the string and begins it again.
				quote = (c == quote) ? 0 : quote;
			}
			else if (c == '\'' || c == '"') {
				quote = c;
			}
			else {
				depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
				if (depth == 0) {
					return false;
				}
			}
		}
		return quote == 0 && depth == 1;
	}

}
