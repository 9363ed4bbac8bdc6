package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Writes statements that restore the state of a session, or that list what has changed
 * since.
 */
public sealed interface SessionSql permits SessionState, SavedSession, UnchangedSession {

	/**
	 * Returns statements that restore the role of the session, up to the end of the
	 * transaction.
	 * @return SQL, each statement ended by a semicolon
	 */
	String identity();

	/**
	 * Returns statements that restore the state as far as possible, in a transaction or
	 * outside of one. They do not fail because of a setting. They also end
	 * {@code SET LOCAL} settings.
	 * @return SQL, each statement ended by a semicolon
	 */
	String restore();

	/**
	 * Returns a query for the changes of the session since, made in any way. It returns
	 * rows of name and value, with the value {@code NULL} for a setting that was reset.
	 * Role and session user are {@code role} and {@code session_authorization}. Run it
	 * before {@link #identity()}, which is a change itself.
	 * @return SQL, without a semicolon
	 */
	String changes();

	/**
	 * Returns a statement that makes the {@link #changes()} of one session in another one
	 * with the same state.
	 * @param changes a JSON object of names and values
	 * @return SQL, ended by a semicolon
	 */
	static String change(String changes) {
		// Setting the session's user resets the role, and either may remove rights.
		return """
				SELECT pg_catalog.set_config(key, value, false) FROM (
				    SELECT key, value FROM pg_catalog.json_each_text(%s::json)
				    ORDER BY key = 'role', key = 'session_authorization' OFFSET 0) changes;
				""".formatted(SqlText.literal(changes));
	}

}
