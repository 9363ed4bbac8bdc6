package dev.migrator.internal.dialect.session;

import java.util.List;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Hides the rows of the migrator's own statements in psql, which shows the rows of every
 * query. Statements that return rows are run by a {@code DO}, which discards the rows.
 * Errors are still shown.
 */
public final class DiscardedRows {

	private static final Pattern RETURNS_ROWS = Pattern.compile("^(?:SELECT|WITH)\\b|\\bRETURNING\\b");

	private DiscardedRows() {
	}

	/**
	 * Writes the statements so that they return no rows.
	 * @param sql statements, each ended by a semicolon
	 * @return the statements in their order, with blocks around those that return rows
	 */
	public static String in(String sql) {
		List<String> statements = SqlStatements.of(sql).stream().map((statement) -> statement.in(sql) + ";").toList();
		if (statements.stream().noneMatch(DiscardedRows::returnsRows)) {
			return sql;
		}
		StringBuilder said = new StringBuilder();
		StringBuilder queries = new StringBuilder();
		for (String statement : statements) {
			if (returnsRows(statement)) {
				queries.append('\n').append(statement);
			}
			else {
				end(queries, said);
				said.append(statement).append('\n');
			}
		}
		end(queries, said);
		return said.toString();
	}

	private static boolean returnsRows(String statement) {
		return RETURNS_ROWS.matcher(statement).find();
	}

	private static void end(StringBuilder queries, StringBuilder said) {
		if (!queries.isEmpty()) {
			said.append(SqlText.block("BEGIN\nEXECUTE " + SqlText.dollarQuoted("sql", queries + "\n") + ";\nEND"));
			queries.setLength(0);
		}
	}

}
