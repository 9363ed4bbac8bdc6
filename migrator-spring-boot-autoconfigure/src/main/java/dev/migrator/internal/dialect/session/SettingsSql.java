package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * SQL that compares the settings of a session with those that it had, and that puts them
 * back. What they were is given as two tables, in which {@code NULL} stands for a setting
 * that was not set. With a dot in its name a setting is listed by the server only when an
 * extension has defined it, and may have been set before: only those count that are in
 * one of the tables.
 *
 * @param had what the session had, {@code (name, setting, custom)}, as what stands in
 * FROM
 * @param named the settings with a dot that scripts name, {@code (name, setting)}
 * @param sets whether a role of the server's version may set a setting of superusers, as
 * a condition on {@code s}
 */
record SettingsSql(String had, String named, String sets) {

	/** Those that belong to a transaction end with it, and who acts is put back apart. */
	static final String OF_SESSION = """
			name NOT IN ('transaction_isolation', 'transaction_read_only', 'transaction_deferrable', 'role', \
			'session_authorization', 'is_superuser')""";

	/**
	 * Rows of what a session has: what it has set, and with a dot what it has not, too.
	 */
	static final String HAD = """
			SELECT name, CASE source WHEN 'session' THEN setting END AS setting FROM pg_catalog.pg_settings
			WHERE (source = 'session' OR name LIKE '%.%') AND\s""" + OF_SESSION;

	private static final String SUPERUSER = "EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = current_user AND rolsuper)";

	/** Since 15 a role can be granted to set one. */
	static final String UNTIL_14 = SUPERUSER;

	static final String SINCE_15 = "(" + SUPERUSER
			+ " OR pg_catalog.has_parameter_privilege(current_user, s.name, 'SET'))";

	/**
	 * Where an extension was loaded meanwhile, it may not know the value that a setting
	 * of it had before. Asked, because an attempt that fails would end the transaction.
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
	 * Once temporary tables were used, the number of their buffers can be reset, but not
	 * set any more.
	 */
	private static final String POSSIBLE = """
			(h.setting IS NULL OR (s.name <> 'temp_buffers' OR pg_catalog.pg_my_temp_schema() = 0)
			    AND (NOT h.custom OR %s))""".formatted(VALID);

	/**
	 * The settings that differ: {@code s} is what the server says now, {@code h} what the
	 * session had, all of it {@code NULL} where it had set nothing.
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
	 * Settings with a dot that no extension defines. One that has no value any more was
	 * thrown away by an extension that has none of this name.
	 */
	private String differingNamed() {
		return """
				FROM (%s) c (name, setting)
				WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_settings p WHERE lower(p.name) = lower(c.name))
				    AND coalesce(current_setting(c.name, true), '') <> coalesce(c.setting, '')
				""".formatted(this.named);
	}

	/**
	 * The value of a setting with a dot that is listed nowhere.
	 * @param name its name
	 */
	static String unlisted(String name) {
		return """
				CASE WHEN NOT EXISTS (SELECT FROM pg_catalog.pg_settings WHERE lower(name) = lower(%1$s))
				THEN current_setting(%1$s, true) END""".formatted(SqlText.literal(name));
	}

	/**
	 * Puts back what can be put back, without ever failing. What was not set is reset,
	 * which is what {@code NULL} means to the server.
	 */
	String restore() {
		return "SELECT pg_catalog.set_config(s.name, h.setting, false) " + differing()
				+ "    AND (s.context = 'user' OR %s) AND %s;\n".formatted(this.sets, POSSIBLE);
	}

	/**
	 * Puts back the settings of superusers as the role that a script has set, if it has:
	 * the one that comes after it may not be allowed to.
	 * @param roleChanged whether it has, as a condition
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
	 * Rows of name and value that differ, the value being what the session had.
	 */
	String differences() {
		return "SELECT s.name, h.setting " + differing() + "UNION ALL SELECT c.name, c.setting " + differingNamed();
	}

	/**
	 * Rows of name and value that differ, the value being what the session has, and
	 * {@code NULL} for what it has reset.
	 * @param role the role that it had, as SQL
	 * @param user the session's user that it had, as SQL
	 */
	String changes(String role, String user) {
		return "SELECT s.name, CASE s.source WHEN 'session' THEN s.setting END AS setting " + differing() + """
				UNION ALL SELECT c.name, current_setting(c.name, true) %s
				UNION ALL SELECT 'role', current_setting('role') WHERE current_setting('role') <> %s
				UNION ALL SELECT 'session_authorization', session_user::text WHERE session_user <> %s"""
			.formatted(differingNamed(), role, user);
	}

}
