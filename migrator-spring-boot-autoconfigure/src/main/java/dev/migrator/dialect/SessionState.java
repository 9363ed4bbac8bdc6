package dev.migrator.dialect;

import java.util.List;

/**
 * What a session had when it was handed over: settings, role, session user. A script may
 * change any of them ({@code SET ROLE}, {@code SET search_path}, the empty search path of
 * a dump), and neither the next script nor our own statements nor the application may
 * feel it.
 * <p>
 * {@code RESET ALL} would not do: it undoes what the pool's own init SQL set, custom
 * settings that the server lists nowhere included, and does not touch the role.
 */
public final class SessionState {

	/** Those that belong to a transaction cannot be set any more once it has begun. */
	private static final String CHANGED = """
			source = 'session' and name not like 'transaction\\_%' \
			and name not in ('role', 'session_authorization', 'is_superuser')""";

	private final String restore;

	private final String identity;

	private SessionState(String restore, String identity) {
		this.restore = restore;
		this.identity = identity;
	}

	/**
	 * Reads the state of a session outside of a transaction.
	 * @param connection the session
	 * @return what {@link #restore()} will put back
	 */
	public static SessionState of(ServerConnection connection) {
		List<Row> rows = connection.query("""
				select session_user::text, current_setting('role')
				union all
				select name, setting from pg_catalog.pg_settings where\s""" + CHANGED);
		Row session = rows.get(0);
		StringBuilder sql = new StringBuilder("SET SESSION AUTHORIZATION ")
			.append(SqlText.identifier(session.required(0)))
			.append(";\n")
			.append(settings(values(rows.subList(1, rows.size()))));
		String role = session.required(1);
		if (!"none".equals(role)) {
			sql.append("SET ROLE ").append(SqlText.identifier(role)).append(";\n");
		}
		String local = "SET LOCAL SESSION AUTHORIZATION %s;SET LOCAL ROLE %s;".formatted(
				SqlText.identifier(session.required(0)), "none".equals(role) ? "NONE" : SqlText.identifier(role));
		return new SessionState(sql.toString(), local);
	}

	/**
	 * The state that {@link #save()} saved in the session itself: that of a script which
	 * somebody else runs, in a session that is not known when it is printed. Its
	 * {@link #identity()} holds the search path too, which unqualified names depend on.
	 * What {@code RESET ALL} has thrown away falls back to the session's defaults.
	 * @return what {@link #restore()} will put back
	 */
	public static SessionState saved() {
		String settings = "SELECT key, value FROM pg_catalog.json_each_text(%s::json)"
			.formatted(saved("settings", "'{}'"));
		String path = ", pg_catalog.set_config('search_path', %s, true)"
			.formatted(saved("search_path", "current_setting('search_path')"));
		return new SessionState(savedIdentity("false", "") + settings(settings), savedIdentity("true", path));
	}

	/**
	 * The role is read first: setting the session's user takes it away.
	 */
	private static String savedIdentity(String local, String more) {
		return """
				WITH saved AS MATERIALIZED (SELECT %2$s AS who, %3$s AS role)
				SELECT pg_catalog.set_config('session_authorization', who, %1$s), pg_catalog.set_config('role', role, %1$s)%4$s FROM saved;
				"""
			.formatted(local, saved("session_user", "session_user::text"), saved("role", "current_setting('role')"),
					more);
	}

	private static String saved(String name, String otherwise) {
		return "coalesce(nullif(current_setting('migrator.%s', true), ''), %s)".formatted(name, otherwise);
	}

	/**
	 * Statements that save the state in the session, for {@link #saved()}.
	 * @return SQL, each statement ended by a semicolon
	 */
	public static String save() {
		return """
				SELECT pg_catalog.set_config('migrator.session_user', session_user::text, false),
				    pg_catalog.set_config('migrator.role', current_setting('role'), false),
				    pg_catalog.set_config('migrator.search_path', current_setting('search_path'), false),
				    pg_catalog.set_config('migrator.settings', (SELECT coalesce(json_object_agg(name, setting), '{}')::text
				        FROM pg_catalog.pg_settings WHERE %s), false);
				"""
			.formatted(CHANGED);
	}

	private static String values(List<Row> handedOver) {
		StringBuilder values = new StringBuilder("VALUES (NULL, NULL)");
		handedOver.forEach((setting) -> values.append(
				", (%s, %s)".formatted(SqlText.literal(setting.required(0)), SqlText.literal(setting.required(1)))));
		return values.toString();
	}

	private static String settings(String handedOver) {
		return """
				SELECT pg_catalog.set_config(s.name, coalesce(h.setting, s.reset_val), false)
				FROM pg_catalog.pg_settings s LEFT JOIN (%s) h (name, setting) ON h.name = s.name
				WHERE %s AND s.setting IS DISTINCT FROM coalesce(h.setting, s.reset_val);
				""".formatted(handedOver, CHANGED.replace("source", "s.source").replace("name ", "s.name "));
	}

	/**
	 * Statements that put back who the session acted as, up to the end of the
	 * transaction.
	 * @return SQL, each statement ended by a semicolon
	 */
	public String identity() {
		return this.identity;
	}

	/**
	 * Statements that put the state back, in a transaction or outside of one. They end
	 * {@code SET LOCAL} settings too.
	 * @return SQL, each statement ended by a semicolon
	 */
	public String restore() {
		return this.restore;
	}

}
