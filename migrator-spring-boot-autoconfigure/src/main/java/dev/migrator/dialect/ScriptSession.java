package dev.migrator.dialect;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a script has made of its session, kept beside the record of how far it came: who
 * it acts as, its settings, and what ends with the session. Read from the server, because
 * a function, a {@code DO} or a {@code ROLLBACK} changes settings and no text says so.
 */
public final class ScriptSession {

	/**
	 * The record as an expression, in the transaction in which {@link #read} ran.
	 */
	public static final String CURRENT = "current_setting('migrator.script_session')";

	/**
	 * Of temporary objects by the dependency on their schema, for which there is an
	 * index.
	 */
	private static final String LOST = """
			SELECT 'the temporary object ' || c.relname FROM pg_catalog.pg_depend d
			    JOIN pg_catalog.pg_class c ON c.oid = d.objid
			    WHERE d.refclassid = 'pg_catalog.pg_namespace'::regclass AND d.refobjid = pg_catalog.pg_my_temp_schema()
			        AND d.classid = 'pg_catalog.pg_class'::regclass
			UNION ALL SELECT 'the prepared statement ' || name FROM pg_catalog.pg_prepared_statements WHERE from_sql
			UNION ALL SELECT 'the cursor ' || name FROM pg_catalog.pg_cursors WHERE is_holdable AND name <> ''
			UNION ALL SELECT 'the value of the setting ' || name || ', which is not stored because it may be secret'
			    FROM changed WHERE name IN (%s) AND value <> ''""";

	private final ServerConnection connection;

	private final String recorded;

	/**
	 * Reads a record.
	 * @param connection the session that a script goes on in
	 * @param recorded what {@link #CURRENT} was
	 */
	public ScriptSession(ServerConnection connection, String recorded) {
		this.connection = connection;
		this.recorded = recorded;
	}

	/**
	 * A statement that reads the session, in a transaction and as whoever the script acts
	 * as.
	 * @param before what the session had when the script began
	 * @param custom the settings with a dot that the script names. The values of those
	 * that may be secret are not read
	 * @return SQL, ended by a semicolon
	 */
	public static String read(SessionSql before, CustomSettings custom) {
		String secret = custom.names()
			.stream()
			.filter(SecretWords::areIn)
			.map((name) -> SqlText.literal(name) + ", ")
			.collect(Collectors.joining()) + "NULL";
		return """
				WITH changed (name, value) AS MATERIALIZED (%1$s)
				SELECT pg_catalog.set_config('migrator.script_session', json_build_object(
				    'changes', (SELECT coalesce(json_object_agg(name, value), '{}') FROM changed
				        WHERE coalesce(name IN (%2$s), false) IS FALSE),
				    'lost', (SELECT coalesce(json_agg(thing), '[]') FROM (%3$s) l (thing)))::text, true);
				""".formatted(before.changes(), secret, LOST.formatted(secret));
	}

	/**
	 * Looks for what cannot be brought back in another session.
	 * @return what it is, each with its name
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
	 * Makes the session what it was.
	 */
	public void putBack() {
		String changes = this.connection
			.query("SELECT (%s::json) -> 'changes'".formatted(SqlText.literal(this.recorded)))
			.get(0)
			.required(0);
		this.connection.send(SessionSql.change(changes));
	}

}
