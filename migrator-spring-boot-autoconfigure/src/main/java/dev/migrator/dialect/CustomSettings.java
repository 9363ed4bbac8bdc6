package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings with a dot in their name ({@code app.tenant}) that a script sets. The server
 * lists them nowhere, so they are looked for in the script's text, saved in settings of
 * our own and put back from there.
 */
public final class CustomSettings {

	private static final String NAME = "\"?(" + NameText.UNQUOTED + ")\"?\\s*\\.\\s*\"?(" + NameText.UNQUOTED + ")\"?";

	private static final Pattern SET = Pattern
		.compile("\\bset\\s+(?:session\\s+|local\\s+)?" + NAME + "\\s*(?:=|to\\b)", Pattern.CASE_INSENSITIVE);

	private static final Pattern RESET = Pattern.compile("\\breset\\s+" + NAME, Pattern.CASE_INSENSITIVE);

	private static final Pattern SET_CONFIG = Pattern.compile(
			"\\bset_config\\s*\\(\\s*'(" + NameText.UNQUOTED + ")\\.(" + NameText.UNQUOTED + ")'",
			Pattern.CASE_INSENSITIVE);

	private final List<String> names;

	private CustomSettings(List<String> names) {
		this.names = names;
	}

	/**
	 * Finds the settings that SQL may set. A name in a comment or a string does no harm.
	 * @param sql the SQL
	 * @return the settings
	 */
	public static CustomSettings in(List<String> sql) {
		Set<String> names = new LinkedHashSet<>();
		for (String text : sql) {
			for (Pattern pattern : List.of(SET, RESET, SET_CONFIG)) {
				for (Matcher found = pattern.matcher(text); found.find();) {
					names.add(found.group(1) + "." + found.group(2));
				}
			}
		}
		return new CustomSettings(new ArrayList<>(names));
	}

	/**
	 * These settings and others.
	 * @param other the others
	 * @return all of them, each once
	 */
	public CustomSettings and(CustomSettings other) {
		if (other.names.isEmpty()) {
			return this;
		}
		Set<String> all = new LinkedHashSet<>(this.names);
		all.addAll(other.names);
		return new CustomSettings(new ArrayList<>(all));
	}

	/**
	 * The names of the settings.
	 * @return the names, each once
	 */
	public List<String> names() {
		return List.copyOf(this.names);
	}

	/**
	 * Statements that save the values, in the session.
	 * @return SQL, empty if there is nothing to save
	 */
	public String save() {
		StringBuilder sql = new StringBuilder();
		for (int i = 0; i < this.names.size(); i++) {
			sql.append(
					"SELECT pg_catalog.set_config('migrator.saved_%s', coalesce(current_setting(%s, true), ''), false);"
						.formatted(i, SqlText.literal(this.names.get(i))));
		}
		return sql.toString();
	}

	/**
	 * Statements that put the values back.
	 * @return SQL, empty if nothing was saved
	 */
	public String restore() {
		StringBuilder sql = new StringBuilder();
		for (int i = 0; i < this.names.size(); i++) {
			sql.append("SELECT pg_catalog.set_config(%s, current_setting('migrator.saved_%s'), false);"
				.formatted(SqlText.literal(this.names.get(i)), i));
		}
		return sql.toString();
	}

}
