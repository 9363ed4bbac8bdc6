package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * The state of a session, as statements that put it back or say what has changed since.
 */
public sealed interface SessionSql permits SessionState, SavedSession, UnchangedSession {

	/**
	 * Statements that put back who the session acted as, up to the end of the
	 * transaction.
	 * @return SQL, each statement ended by a semicolon
	 */
	String identity();

	/**
	 * Statements that put the state back, in a transaction or outside of one, as far as
	 * that is possible: they do not fail because of a setting. They end {@code SET LOCAL}
	 * settings too.
	 * @return SQL, each statement ended by a semicolon
	 */
	String restore();

	/**
	 * What the session has been changed to since, whichever way: a query that returns
	 * rows of name and value, the value {@code NULL} for a setting that was reset. Role
	 * and session user are {@code role} and {@code session_authorization}. To be asked
	 * before {@link #identity()}, which is a change itself.
	 * @return SQL, without a semicolon
	 */
	String changes();

	/**
	 * A statement that changes a session to what {@link #changes()} were in one that had
	 * the same.
	 * @param changes a JSON object of names and values
	 * @return SQL, ended by a semicolon
	 */
	static String change(String changes) {
		// The session's user takes the role with it, and either may take rights.
		return """
				SELECT pg_catalog.set_config(key, value, false) FROM (
				    SELECT key, value FROM pg_catalog.json_each_text(%s::json)
				    ORDER BY key = 'role', key = 'session_authorization' OFFSET 0) changes;
				""".formatted(SqlText.literal(changes));
	}

}
