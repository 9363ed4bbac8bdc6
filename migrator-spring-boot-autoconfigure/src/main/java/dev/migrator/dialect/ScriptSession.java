package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a script has made of its session, kept beside the record of how far it came: who
 * it acts as, its settings, and what ends with the session. Read from the server, because
 * a function, a {@code DO} or a {@code ROLLBACK} changes settings and no text says so.
 */
public final class ScriptSession {

	/** The limits of a run, which are set for each statement anew. */
	private static final String OF_THE_RUN = "'lock_timeout', 'statement_timeout', 'client_connection_check_interval'";

	private static final String KEPT = "migrator.script_session";

	private final ServerConnection connection;

	private final String recorded;

	/**
	 * Reads a record.
	 * @param connection the session that a script goes on in
	 * @param recorded what {@link #CURRENT} was
	 */
	public ScriptSession(ServerConnection connection, String recorded) {
		this.connection = connection;
		this.recorded = SqlText.literal(recorded) + "::json";
	}

	/**
	 * The record as an expression, in the transaction in which {@link #read} ran.
	 */
	public static final String CURRENT = "current_setting('" + KEPT + "')";

	/**
	 * A statement that reads the session, in a transaction and as whoever the script acts
	 * as.
	 * @param custom settings with a dot that the script may set: the server lists them
	 * nowhere. The values of those that may be secret are not read
	 * @return SQL, ended by a semicolon
	 */
	public static String read(Collection<String> custom) {
		return """
				SELECT pg_catalog.set_config('%s', json_build_object(
				    'user', session_user, 'role', current_setting('role'),
				    'settings', (SELECT json_object_agg(name, setting) FROM (
				        SELECT name, setting FROM pg_catalog.pg_settings
				        WHERE source = 'session' AND name NOT LIKE 'transaction\\_%%'
				            AND name NOT IN ('role', 'session_authorization', 'is_superuser', %s)%s) s),
				    'secret', %s,
				    'lost', (SELECT json_agg(thing) FROM (%s) l (thing)))::text, true);
				""".formatted(KEPT, OF_THE_RUN, settings(custom), secret(custom), LOST);
	}

	/**
	 * By the dependency on the session's schema, for which there is an index.
	 */
	private static final String LOST = """
			SELECT 'the temporary object ' || c.relname FROM pg_catalog.pg_depend d
			    JOIN pg_catalog.pg_class c ON c.oid = d.objid
			    WHERE d.refclassid = 'pg_catalog.pg_namespace'::regclass AND d.refobjid = pg_catalog.pg_my_temp_schema()
			        AND d.classid = 'pg_catalog.pg_class'::regclass
			UNION ALL SELECT 'the prepared statement ' || name FROM pg_catalog.pg_prepared_statements WHERE from_sql
			UNION ALL SELECT 'the cursor ' || name FROM pg_catalog.pg_cursors WHERE is_holdable AND name <> ''""";

	private static String settings(Collection<String> custom) {
		return custom.stream()
			.filter((name) -> !SecretWords.areIn(name))
			.map((name) -> "\n        UNION ALL SELECT %1$s, current_setting(%1$s, true) WHERE current_setting(%1$s, true) <> ''"
				.formatted(SqlText.literal(name)))
			.collect(Collectors.joining());
	}

	private static String secret(Collection<String> custom) {
		String names = custom.stream()
			.filter(SecretWords::areIn)
			.map((name) -> "(%1$s, current_setting(%1$s, true))".formatted(SqlText.literal(name)))
			.collect(Collectors.joining(", "));
		return names.isEmpty() ? "NULL"
				: "(SELECT json_agg(name) FROM (VALUES %s) v (name, value) WHERE value <> '')".formatted(names);
	}

	/**
	 * Looks for what cannot be brought back in another session.
	 * @return what it is, each with its name
	 */
	public List<String> lost() {
		List<String> lost = new ArrayList<>();
		this.connection.query("SELECT v FROM json_array_elements_text(" + array("lost") + ") v")
			.forEach((row) -> lost.add(row.required(0)));
		this.connection.query("SELECT v FROM json_array_elements_text(" + array("secret") + ") v")
			.forEach((row) -> lost.add("the value of the setting %s, which is not stored because it may be secret"
				.formatted(row.required(0))));
		return lost;
	}

	private String array(String key) {
		return "CASE json_typeof(r -> '%1$s') WHEN 'array' THEN r -> '%1$s' ELSE '[]' END".formatted(key)
			.replace("r ->", "(" + this.recorded + ") ->");
	}

	/**
	 * Makes the session what it was, who it acts as last: that may have fewer rights.
	 */
	public void putBack() {
		this.connection
			.send("""
					SELECT pg_catalog.set_config(key, value, false)
					FROM json_each_text(CASE json_typeof(%1$s -> 'settings') WHEN 'object' THEN %1$s -> 'settings' ELSE '{}' END);
					SELECT pg_catalog.set_config('session_authorization', %1$s ->> 'user', false);
					SELECT pg_catalog.set_config('role', %1$s ->> 'role', false);
					"""
				.formatted(this.recorded));
	}

}
