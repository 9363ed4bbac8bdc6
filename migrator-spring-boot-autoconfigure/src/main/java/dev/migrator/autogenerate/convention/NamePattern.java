package dev.migrator.autogenerate.convention;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.schema.InvalidDefinitionException;

/**
 * A pattern of names: {@code fk_{table}_{columns}}.
 *
 * @param kind the kind of objects that it names
 * @param text the pattern: text with {@linkplain NamedKind#placeholders() placeholders}
 */
public record NamePattern(NamedKind kind, String text) {

	private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}|[{}]");

	/**
	 * Creates a pattern.
	 * @throws InvalidDefinitionException if it has a placeholder that the kind does not
	 * have, or none that tells one table from another
	 */
	public NamePattern {
		Matcher braces = BRACES.matcher(text);
		while (braces.find()) {
			if (!kind.placeholders().contains(braces.group())) {
				throw new InvalidDefinitionException("%s is not a placeholder.".formatted(braces.group()), use(kind));
			}
		}
		if (!text.contains("{table}") && !text.contains("{column")) {
			throw new InvalidDefinitionException("All names would be the same.", use(kind));
		}
		if (text.indexOf('\0') >= 0 || !text.equals(text.strip())) {
			throw new InvalidDefinitionException("A name begins and ends with a visible character.", use(kind));
		}
	}

	private static String use(NamedKind kind) {
		return "Write a text with at least {table} or {columns}; the placeholders are %s."
			.formatted(String.join(", ", kind.placeholders()));
	}

}
