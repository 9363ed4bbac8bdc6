package dev.migrator.dialect;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.schema.ObjectName;

/**
 * Writes names, in quotes where PostgreSQL needs them and nowhere else.
 */
final class NameSql {

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	private NameSql() {
	}

	static String of(String name) {
		return (PLAIN.matcher(name).matches() && !Keywords.mustBeQuoted(name)) ? name : SqlText.identifier(name);
	}

	static String of(ObjectName name) {
		return (name.schema() != null) ? of(name.schema()) + "." + of(name.name()) : of(name.name());
	}

	static String list(List<String> names) {
		return names.stream().map(NameSql::of).collect(Collectors.joining(", "));
	}

	/**
	 * Names in parentheses, or nothing if there are none.
	 */
	static String optional(String before, List<String> names) {
		return names.isEmpty() ? "" : before + " (" + list(names) + ")";
	}

}
