package dev.migrator.internal.dialect.inspection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.NameText;

/**
 * The names of settings with a dot ({@code app.tenant}) that occur in a script. The
 * server does not list such a setting until an extension defines it, so the migrator must
 * know which names to ask for. A name alone proves nothing: a comparison of the value
 * before and after shows whether the session was changed.
 *
 * @param names the names, each once, in the order in which they occur
 */
public record CustomSettings(List<String> names) {

	private static final String NAME = "\"?(" + NameText.UNQUOTED + ")\"?\\s*\\.\\s*\"?(" + NameText.UNQUOTED + ")\"?";

	private static final Pattern SET = Pattern
		.compile("\\bset\\s+(?:session\\s+|local\\s+)?" + NAME + "\\s*(?:=|to\\b)", Pattern.CASE_INSENSITIVE);

	private static final Pattern RESET = Pattern.compile("\\breset\\s+" + NAME, Pattern.CASE_INSENSITIVE);

	private static final Pattern SET_CONFIG = Pattern.compile(
			"\\b(?:set_config|current_setting)\\s*\\(\\s*'(" + NameText.UNQUOTED + ")\\.(" + NameText.UNQUOTED + ")'",
			Pattern.CASE_INSENSITIVE);

	public CustomSettings {
		names = List.copyOf(names);
	}

	/**
	 * Finds the names in SQL, in any position.
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
		return new CustomSettings(List.copyOf(names));
	}

	/**
	 * Adds other settings.
	 * @param other the other settings
	 * @return all of them, each once
	 */
	public CustomSettings and(CustomSettings other) {
		if (other.names.isEmpty()) {
			return this;
		}
		Set<String> all = new LinkedHashSet<>(this.names);
		all.addAll(other.names);
		return new CustomSettings(List.copyOf(all));
	}

}
