package dev.migrator.internal.dialect.lexer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.schema.ObjectName;

/**
 * Writes names, in quotes only where PostgreSQL needs them.
 */
public final class NameSql {

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	private NameSql() {
	}

	/**
	 * Writes a name.
	 * @param name the name, as it is
	 * @return the name as SQL
	 */
	public static String of(String name) {
		return (PLAIN.matcher(name).matches() && !Keywords.mustBeQuoted(name)) ? name : SqlText.identifier(name);
	}

	/**
	 * Writes a name with its schema, if it has one.
	 * @param name the name
	 * @return the name as SQL
	 */
	public static String of(ObjectName name) {
		return (name.schema() != null) ? of(name.schema()) + "." + of(name.name()) : of(name.name());
	}

	public static String list(List<String> names) {
		return names.stream().map(NameSql::of).collect(Collectors.joining(", "));
	}

	/**
	 * Writes names in parentheses, or nothing if there are none.
	 */
	public static String optional(String before, List<String> names) {
		return names.isEmpty() ? "" : before + " (" + list(names) + ")";
	}

}
