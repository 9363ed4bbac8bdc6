package dev.migrator.internal.dialect.session;

import java.util.stream.Collectors;

import dev.migrator.internal.dialect.inspection.CustomSettings;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Saves and restores the state of a session in a printed script. The state is unknown
 * when the script is printed, so the script saves it in the session itself. Its
 * {@link #identity()} includes the search path, on which unqualified names depend. Values
 * that {@code RESET ALL} has discarded return to the session's defaults.
 */
public final class SavedSession implements SessionSql {

	private final SettingsSql settings = new SettingsSql(
			"SELECT key, value, false FROM pg_catalog.json_each_text(%s::json) UNION ALL SELECT key, value, true FROM pg_catalog.json_each_text(%s::json)"
				.formatted(saved("settings", "'{}'"), saved("named", "'{}'")),
			"SELECT key, value FROM pg_catalog.json_each_text(%s::json)".formatted(saved("named", "'{}'")),
			SettingsSql.UNTIL_14);

	/**
	 * Returns statements that save the state in the session.
	 * @return SQL, each statement ended by a semicolon
	 */
	public static String save() {
		return """
				SELECT pg_catalog.set_config('migrator.session_user', session_user::text, false),
				    pg_catalog.set_config('migrator.role', current_setting('role'), false),
				    pg_catalog.set_config('migrator.search_path', current_setting('search_path'), false),
				    pg_catalog.set_config('migrator.settings', (SELECT coalesce(json_object_agg(name, setting), '{}')::text
				        FROM (%s) had), false);
				"""
			.formatted(SettingsSql.HAD);
	}

	/**
	 * Returns a statement that saves the values of settings with a dot, before a script
	 * that names them.
	 * @param names the settings
	 * @return SQL, ended by a semicolon; empty if there are none
	 */
	public static String save(CustomSettings names) {
		if (names.names().isEmpty()) {
			return "";
		}
		return "SELECT pg_catalog.set_config('migrator.named', json_build_object(%s)::text, false);\n"
			.formatted(names.names()
				.stream()
				.map((name) -> SqlText.literal(name) + ", " + SettingsSql.unlisted(name))
				.collect(Collectors.joining(", ")));
	}

	@Override
	public String identity() {
		String path = ", pg_catalog.set_config('search_path', %s, true)"
			.formatted(saved("search_path", "current_setting('search_path')"));
		return identity("true", path);
	}

	@Override
	public String restore() {
		return this.settings.restoreOfSuperuser("current_setting('role') <> " + saved("role", "'none'"))
				+ identity("false", "") + this.settings.restore() + this.settings.restoreNamed();
	}

	@Override
	public String changes() {
		return this.settings.changes(saved("role", "'none'"), saved("session_user", "session_user::text"));
	}

	/**
	 * Reads the role first, because setting the session's user resets the role.
	 */
	private static String identity(String local, String more) {
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

}
