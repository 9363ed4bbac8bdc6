package dev.migrator.internal.dialect.lexer;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;

/**
 * Finds the statements of a text that is completely in memory.
 */
public final class SqlStatements {

	private SqlStatements() {
	}

	/**
	 * Finds the statements of a text.
	 * @param sql the text
	 * @return its statements, in order
	 * @throws UnreadableSqlException if something is opened in it and never closed
	 */
	public static List<SqlStatement> of(String sql) {
		return of(sql, 1);
	}

	/**
	 * Finds the statements of a part of a file.
	 * @param sql the text
	 * @param firstLine the line of the file in which the text begins
	 * @return its statements, in order
	 * @throws UnreadableSqlException if something is opened in it and never closed
	 */
	public static List<SqlStatement> of(String sql, int firstLine) {
		List<SqlStatement> statements = new ArrayList<>();
		SqlLexer lexer = new SqlLexer(new StringReader(sql), firstLine);
		for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
			if (token instanceof SqlStatement statement) {
				statements.add(statement);
			}
		}
		return statements;
	}

	/**
	 * Adds a semicolon after the last statement of a text, so that a new statement can
	 * follow.
	 * @param sql the text
	 * @return the text, unchanged if it has the semicolon or no statement
	 * @throws UnreadableSqlException if something is opened in it and never closed
	 */
	public static String ended(String sql) {
		List<SqlStatement> statements = of(sql);
		if (statements.isEmpty() || statements.get(statements.size() - 1).copyFromStdin()) {
			return sql;
		}
		long end = statements.get(statements.size() - 1).end();
		if (end == sql.length()) {
			return sql + ";";
		}
		return (sql.charAt((int) end) == ';') ? sql : sql + "\n;";
	}

}
