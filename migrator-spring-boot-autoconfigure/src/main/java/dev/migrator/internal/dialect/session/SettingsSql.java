package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Writes SQL that compares the settings of a session with its former ones, and restores
 * them. The former values are given as two tables, in which {@code NULL} is a setting
 * that was not set. The server lists a setting with a dot only when an extension has
 * defined it, and it may have been set before. Therefore only such settings count that
 * are in one of the tables.
 *
 * @param had the former settings, {@code (name, setting, custom)}, as an item of FROM
 * @param named the settings with a dot that scripts name, {@code (name, setting)}
 * @param sets whether a role of the server's version may set a setting of superusers, as
 * a condition on {@code s}
 */
record SettingsSql(String had, String named, String sets) {

	/**
	 * Excludes the settings of a transaction, which end with it, and the role, which is
	 * restored separately.
	 */
	static final String OF_SESSION = """
			name NOT IN ('transaction_isolation', 'transaction_read_only', 'transaction_deferrable', 'role', \
			'session_authorization', 'is_superuser')""";

	/**
	 * Rows with the settings of a session: those that it has set, and all settings with a
	 * dot.
	 */
	static final String HAD = """
			SELECT name, CASE source WHEN 'session' THEN setting END AS setting FROM pg_catalog.pg_settings
			WHERE (source = 'session' OR name LIKE '%.%') AND\s""" + OF_SESSION;

	private static final String SUPERUSER = "EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = current_user AND rolsuper)";

	/** A role can be granted the right to set one since PostgreSQL 15. */
	static final String UNTIL_14 = SUPERUSER;

	static final String SINCE_15 = "(" + SUPERUSER
			+ " OR pg_catalog.has_parameter_privilege(current_user, s.name, 'SET'))";

	/**
	 * A condition for valid values. An extension that was loaded meanwhile may not accept
	 * the former value of its setting. This is checked, because a failed attempt would
	 * end the transaction.
	 */
	private static final String VALID = """
			CASE s.vartype
			    WHEN 'bool' THEN lower(h.setting) IN ('on', 'off', 'true', 'false', 'yes', 'no', '1', '0')
			    WHEN 'enum' THEN lower(h.setting) = ANY (s.enumvals)
			    WHEN 'string' THEN true
			    WHEN 'integer' THEN h.setting ~ '^-?[0-9]{1,10}$' AND CASE WHEN h.setting ~ '^-?[0-9]{1,10}$'
			        THEN h.setting::float8 BETWEEN s.min_val::float8 AND s.max_val::float8 END
			    ELSE h.setting ~ '^-?[0-9]{1,15}([.][0-9]{1,15})?$' AND CASE WHEN h.setting ~ '^-?[0-9]{1,15}([.][0-9]{1,15})?$'
			        THEN h.setting::float8 BETWEEN s.min_val::float8 AND s.max_val::float8 END
			END""";

	/**
	 * Once temporary tables were used, the number of their buffers can only be reset, not
	 * set.
	 */
	private static final String POSSIBLE = """
			(h.setting IS NULL OR (s.name <> 'temp_buffers' OR pg_catalog.pg_my_temp_schema() = 0)
			    AND (NOT h.custom OR %s))""".formatted(VALID);

	/**
	 * Returns the settings that differ: {@code s} is the current one of the server,
	 * {@code h} the former one, which is {@code NULL} if the session had not set it.
	 */
	private String differing() {
		return """
				FROM pg_catalog.pg_settings s LEFT JOIN (%s) h (name, setting, custom) ON lower(h.name) = lower(s.name)
				WHERE s.%s
				    AND CASE WHEN h.setting IS NULL THEN s.source = 'session' AND (h.name IS NOT NULL OR s.name NOT LIKE '%%.%%')
				        ELSE s.source <> 'session' OR s.setting IS DISTINCT FROM h.setting END
				"""
			.formatted(this.had, OF_SESSION);
	}

	/**
	 * Returns the dotted settings that no extension defines. If a setting has no value
	 * any more, an extension has discarded it because it does not define the name.
	 */
	private String differingNamed() {
		return """
				FROM (%s) c (name, setting)
				WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_settings p WHERE lower(p.name) = lower(c.name))
				    AND coalesce(current_setting(c.name, true), '') <> coalesce(c.setting, '')
				""".formatted(this.named);
	}

	/**
	 * Returns SQL for the value of a dotted setting that the server does not list.
	 * @param name its name
	 */
	static String unlisted(String name) {
		return """
				CASE WHEN NOT EXISTS (SELECT FROM pg_catalog.pg_settings WHERE lower(name) = lower(%1$s))
				THEN current_setting(%1$s, true) END""".formatted(SqlText.literal(name));
	}

	/**
	 * Restores what can be restored, without ever failing. Resets what was not set, which
	 * is the meaning of {@code NULL} to the server.
	 */
	String restore() {
		return "SELECT pg_catalog.set_config(s.name, h.setting, false) " + differing()
				+ "    AND (s.context = 'user' OR %s) AND %s;\n".formatted(this.sets, POSSIBLE);
	}

	/**
	 * Restores the settings of superusers with the role that a script has set, if it has
	 * set one, because the next role may not have the right.
	 * @param roleChanged whether it has set one, as a condition
	 */
	String restoreOfSuperuser(String roleChanged) {
		return "SELECT pg_catalog.set_config(s.name, h.setting, false) " + differing()
				+ "    AND %s AND s.context = 'superuser' AND %s AND %s;\n".formatted(roleChanged, this.sets, POSSIBLE);
	}

	String restoreNamed() {
		return "SELECT pg_catalog.set_config(c.name, c.setting, false) " + differingNamed()
				+ "    AND current_setting(c.name, true) IS NOT NULL;\n";
	}

	/**
	 * Returns rows of name and value that differ, with the former value.
	 */
	String differences() {
		return "SELECT s.name, h.setting " + differing() + "UNION ALL SELECT c.name, c.setting " + differingNamed();
	}

	/**
	 * Returns rows of name and value that differ, with the current value, and
	 * {@code NULL} for settings that were reset.
	 * @param role the former role, as SQL
	 * @param user the former session user, as SQL
	 */
	String changes(String role, String user) {
		return "SELECT s.name, CASE s.source WHEN 'session' THEN s.setting END AS setting " + differing() + """
				UNION ALL SELECT c.name, current_setting(c.name, true) %s
				UNION ALL SELECT 'role', current_setting('role') WHERE current_setting('role') <> %s
				UNION ALL SELECT 'session_authorization', session_user::text WHERE session_user <> %s"""
			.formatted(differingNamed(), role, user);
	}

}
