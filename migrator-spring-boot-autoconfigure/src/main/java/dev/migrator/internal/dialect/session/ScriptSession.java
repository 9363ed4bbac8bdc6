package dev.migrator.internal.dialect.session;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SecretWords;
import dev.migrator.internal.dialect.inspection.CustomSettings;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Records and restores the state of a script's session: its role, its settings, and the
 * objects that end with the session. The state is stored with the progress of the script.
 * It is read from the server, because a function, a {@code DO} or a {@code ROLLBACK}
 * changes settings, and the text does not show it.
 */
public final class ScriptSession {

	/**
	 * The record as an expression, in the transaction in which {@link #read} ran.
	 */
	public static final String CURRENT = "current_setting('migrator.script_session')";

	/**
	 * The lock of a session that runs a printed script, as an expression.
	 */
	public static final String LOCK = "'the advisory lock ' || current_setting('migrator.lock', true)";

	private final ServerConnection connection;

	private final String recorded;

	/**
	 * Reads a record.
	 * @param connection the session in which a script continues
	 * @param recorded the former value of {@link #CURRENT}
	 */
	public ScriptSession(ServerConnection connection, String recorded) {
		this.connection = connection;
		this.recorded = recorded;
	}

	/**
	 * Returns the objects of a session that end with it.
	 * @param connection the session
	 * @return each object with its name, as an expression
	 */
	public static List<String> things(ServerConnection connection) {
		return connection.query("SELECT DISTINCT thing FROM (" + ResourceQuery.SQL + ") t WHERE thing IS NOT NULL")
			.stream()
			.map((row) -> SqlText.literal(row.required(0)))
			.toList();
	}

	/**
	 * Returns a statement that saves the key of the migrator's lock for {@link #LOCK}:
	 * the key may depend on the search path, and the script may change the path.
	 * @param key the key, as an expression
	 * @return SQL, ended by a semicolon
	 */
	public static String keepLock(String key) {
		return "SELECT pg_catalog.set_config('migrator.lock', (%s)::text, false);\n".formatted(key);
	}

	/**
	 * Returns a statement that reads the session, in a transaction and with the role of
	 * the script. It does not read values of settings with a dot that may be secret.
	 * @param before the state of the session when the script began
	 * @param things expressions of the objects that were in the session before the script
	 * began, and are in every session of the pool
	 * @param custom the settings with a dot that the script names
	 * @param done the number of statements after which it is read
	 * @return SQL, ended by a semicolon
	 */
	public static String read(SessionSql before, Collection<String> things, CustomSettings custom, int done) {
		String secret = Stream
			.concat(Stream.of("false"),
					custom.names()
						.stream()
						.filter(SecretWords::areIn)
						.map((name) -> "lower(name) = lower(%s)".formatted(SqlText.literal(name))))
			.collect(Collectors.joining(" OR "));
		String others = Stream.concat(Stream.of("''"), things.stream()).collect(Collectors.joining(", "));
		return """
				WITH changed (name, value) AS MATERIALIZED (%1$s),
				    known (name, value, secret) AS (SELECT name, value, name LIKE '%%.%%' AND (%2$s OR name ~* %3$s) FROM changed)
				SELECT pg_catalog.set_config('migrator.script_session', json_build_object('statements', %4$s,
				    'changes', (SELECT coalesce(json_object_agg(name, value), '{}') FROM known WHERE NOT secret OR value IS NULL),
				    'lost', (SELECT coalesce(json_agg(thing), '[]') FROM (
				        SELECT DISTINCT thing FROM (%5$s) t WHERE thing IS NOT NULL AND coalesce(thing NOT IN (%6$s), true)
				        UNION ALL SELECT 'the value of the setting ' || name || ', which is not stored because it may be secret'
				        FROM known WHERE secret AND value <> '') l (thing)))::text, true);
				"""
			.formatted(before.changes(), secret, SqlText.literal(SecretWords.IN_SQL), done, ResourceQuery.SQL, others);
	}

	/**
	 * Returns the number of statements after which it was read.
	 * @return the number
	 */
	public int statements() {
		return Integer.parseInt(value("statements"));
	}

	/**
	 * Finds what cannot be restored in another session.
	 * @return the objects, each with its name
	 */
	public List<String> lost() {
		return this.connection
			.query("SELECT v FROM json_array_elements_text((%s::json) -> 'lost') v"
				.formatted(SqlText.literal(this.recorded)))
			.stream()
			.map((row) -> row.required(0))
			.toList();
	}

	/**
	 * Restores the session.
	 */
	public void putBack() {
		this.connection.send(SessionSql.change(value("changes")));
	}

	/**
	 * Returns the record without the lost objects, for a script that does not need them,
	 * as an expression.
	 * @param recorded a record
	 * @return SQL
	 */
	public static String withoutWhatWasLost(String recorded) {
		return "jsonb_set(%s::jsonb, '{lost}', '[]')::text".formatted(SqlText.literal(recorded));
	}

	private String value(String key) {
		return this.connection.query("SELECT (%s::json) -> '%s'".formatted(SqlText.literal(this.recorded), key))
			.get(0)
			.required(0);
	}

}
