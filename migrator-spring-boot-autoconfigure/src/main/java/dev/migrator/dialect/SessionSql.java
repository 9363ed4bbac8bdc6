package dev.migrator.dialect;

/**
 * What a session had, as statements that put it back or say what has changed since.
 */
public sealed interface SessionSql permits SessionState, SavedSession {

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
	 * and session user are {@code role} and {@code session_authorization}. The limits
	 * that the migrator sets for each statement do not count.
	 * @return SQL, without a semicolon
	 */
	String changes();

	/**
	 * A statement that notes {@link #changes()} for {@link #noted()}, up to the end of
	 * the transaction. To be sent before {@link #identity()}, which is a change itself.
	 * @return SQL, ended by a semicolon
	 */
	default String note() {
		return """
				SELECT pg_catalog.set_config('migrator.changed', (SELECT coalesce(json_object_agg(name, setting), '{}')::text
				    FROM (%s) changed (name, setting)), true);
				"""
			.formatted(changes());
	}

	/**
	 * What was noted in this transaction: a JSON object of names and values, as text.
	 * @return an expression of SQL
	 */
	static String noted() {
		return "current_setting('migrator.changed')";
	}

	/**
	 * A statement that changes a session to what was noted in one that had the same.
	 * @param noted the JSON object
	 * @return SQL, ended by a semicolon
	 */
	static String change(String noted) {
		// The session's user takes the role with it, and either may take rights.
		return """
				SELECT pg_catalog.set_config(key, value, false) FROM (
				    SELECT key, value FROM pg_catalog.json_each_text(%s::json)
				    ORDER BY key = 'role', key = 'session_authorization' OFFSET 0) noted;
				""".formatted(SqlText.literal(noted));
	}

}
