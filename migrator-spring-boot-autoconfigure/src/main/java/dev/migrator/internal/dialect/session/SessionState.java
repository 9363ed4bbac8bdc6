package dev.migrator.internal.dialect.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.inspection.CustomSettings;
import dev.migrator.internal.dialect.lexer.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session at some moment: settings, role, session user. A script may
 * change any of them ({@code SET ROLE}, {@code SET search_path}, the empty search path of
 * a dump). This must not affect the next script, the migrator's own statements or the
 * application.
 * <p>
 * {@code RESET ALL} cannot be used: it undoes what the pool's own init SQL has set, also
 * custom settings that the server does not list, and does not reset the role.
 */
public final class SessionState implements SessionSql {

	/** A query for the state of a session. */
	public static final String QUERY = """
			SELECT session_user::text, current_setting('role')
			UNION ALL
			""" + SettingsSql.HAD;

	/**
	 * A query for the number of buffers for temporary tables, if the session has had any
	 * temporary objects.
	 */
	public static final String TEMPORARY_BUFFERS = """
			SELECT setting FROM pg_catalog.pg_settings
			WHERE name = 'temp_buffers' AND pg_catalog.pg_my_temp_schema() <> 0""";

	private final String user;

	private final String role;

	private final Map<String, @Nullable String> settings;

	private final Map<String, @Nullable String> named;

	private final boolean parameterPrivileges;

	private SessionState(String user, String role, Map<String, @Nullable String> settings,
			Map<String, @Nullable String> named, boolean parameterPrivileges) {
		this.user = user;
		this.role = role;
		this.settings = settings;
		this.named = named;
		this.parameterPrivileges = parameterPrivileges;
	}

	/**
	 * Reads the answer to {@link #QUERY}.
	 * @param rows the answer
	 * @param connection the session
	 * @return the state that {@link #restore()} restores
	 */
	public static SessionState of(List<Row> rows, ServerConnection connection) {
		Map<String, @Nullable String> settings = new LinkedHashMap<>();
		rows.subList(1, rows.size()).forEach((setting) -> settings.put(setting.required(0), setting.text(1)));
		Row session = rows.get(0);
		return new SessionState(session.required(0), session.required(1), settings, Map.of(),
				connection.serverVersion() >= 15);
	}

	/**
	 * Returns the same state with the values of settings with a dot. They are read now,
	 * before a script that names them runs, because the server does not list them.
	 * @param names the settings
	 * @param connection the session, in this state
	 * @return the state; this state if it has all of them
	 */
	public SessionState with(CustomSettings names, ServerConnection connection) {
		Set<String> unknown = new LinkedHashSet<>(names.names());
		unknown.removeAll(this.named.keySet());
		if (unknown.isEmpty()) {
			return this;
		}
		List<String> values = unknown.stream().map(SettingsSql::unlisted).toList();
		Row row = connection.query("select " + String.join(", ", values)).get(0);
		Map<String, @Nullable String> all = new LinkedHashMap<>(this.named);
		int column = 0;
		for (String name : unknown) {
			all.put(name, row.text(column++));
		}
		return new SessionState(this.user, this.role, this.settings, all, this.parameterPrivileges);
	}

	/**
	 * Returns the same state with the dotted settings of another one.
	 * @param other the other state
	 * @return the state
	 */
	public SessionState withNamedOf(SessionState other) {
		return new SessionState(this.user, this.role, this.settings, other.named, this.parameterPrivileges);
	}

	@Override
	public String identity() {
		return "SET LOCAL SESSION AUTHORIZATION %s;SET LOCAL ROLE %s;".formatted(SqlText.identifier(this.user),
				hasRole() ? SqlText.identifier(this.role) : "NONE");
	}

	@Override
	public String restore() {
		SettingsSql sql = sql();
		return sql.restoreOfSuperuser("current_setting('role') <> " + SqlText.literal(this.role))
				+ "SET SESSION AUTHORIZATION " + SqlText.identifier(this.user) + ";\n" + sql.restore()
				+ (this.named.isEmpty() ? "" : sql.restoreNamed())
				+ (hasRole() ? "SET ROLE " + SqlText.identifier(this.role) + ";\n" : "");
	}

	/**
	 * Returns a query for the settings that {@link #restore()} could not restore. It
	 * returns rows of name and value, with the value {@code null} for a setting that was
	 * not set.
	 * @return SQL, without a semicolon
	 */
	public String differences() {
		return sql().differences();
	}

	/**
	 * Returns a statement that sets a value, to the end of the session.
	 * @param name its name
	 * @param value its value, or {@code null} for none
	 * @return a statement
	 */
	public static String setting(String name, @Nullable String value) {
		return "SELECT pg_catalog.set_config(%s, %s, false)".formatted(SqlText.literal(name),
				(value != null) ? SqlText.literal(value) : "NULL");
	}

	/**
	 * Returns whether the session uses another number of buffers for temporary tables
	 * than its setting. It keeps them until it ends, and the setting cannot be set.
	 * @param setting the answer to {@link #TEMPORARY_BUFFERS}
	 * @param connection the session, outside of a transaction
	 * @return whether it does
	 */
	public static boolean hasOtherTemporaryBuffers(List<Row> setting, ServerConnection connection) {
		try {
			setting
				.forEach((row) -> connection.send("BEGIN;SET LOCAL temp_buffers = " + row.required(0) + ";ROLLBACK"));
			return false;
		}
		catch (SqlFailure ex) {
			connection.rollback();
			return true;
		}
	}

	@Override
	public String changes() {
		return sql().changes(SqlText.literal(this.role), SqlText.literal(this.user));
	}

	private boolean hasRole() {
		return !"none".equals(this.role);
	}

	private SettingsSql sql() {
		List<String> had = new ArrayList<>();
		this.settings
			.forEach((name, value) -> had.add("(%s, %s, false)".formatted(SqlText.literal(name), literal(value))));
		List<String> names = new ArrayList<>();
		this.named.forEach((name, value) -> {
			if (!this.settings.containsKey(name)) {
				had.add("(%s, %s, true)".formatted(SqlText.literal(name), literal(value)));
				names.add("(%s, %s)".formatted(SqlText.literal(name), literal(value)));
			}
		});
		return new SettingsSql(values(had, "(NULL::text, NULL::text, NULL::boolean)"),
				values(names, "(NULL::text, NULL::text)"),
				this.parameterPrivileges ? SettingsSql.SINCE_15 : SettingsSql.UNTIL_14);
	}

	private static String literal(@Nullable String value) {
		return (value != null) ? SqlText.literal(value) : "NULL";
	}

	/**
	 * Writes a VALUES list. The first row gives the columns their types, and is equal to
	 * no name.
	 */
	private static String values(List<String> rows, String first) {
		return "VALUES " + first + (rows.isEmpty() ? "" : ", ") + String.join(", ", rows);
	}

}
