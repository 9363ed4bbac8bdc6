package dev.migrator.schema;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, index, type or similar object, with its schema if it is given.
 * Both are used as they are, including upper case.
 *
 * @param schema the schema, or {@code null} for the first schema of the search path
 * @param name the name in the schema
 */
public record ObjectName(@Nullable String schema, String name) {

	/**
	 * The default schema first, then by schema and name.
	 */
	public static final Comparator<ObjectName> ORDER = Comparator
		.comparing((ObjectName name) -> (name.schema() != null) ? name.schema() : "")
		.thenComparing(ObjectName::name);

	public ObjectName {
		NameRule.check("schema", (schema != null) ? schema : "public");
		NameRule.check("object", name);
	}

	/**
	 * Reads {@code name} or {@code schema.name}. A part that contains a dot is written in
	 * double quotes, as in SQL: {@code billing."2026.invoices"}. Nothing else has to be
	 * quoted.
	 * @param text the text
	 * @return the name
	 * @throws InvalidDefinitionException if it does not have one or two parts
	 */
	public static ObjectName of(String text) {
		int end = partEnd(text, 0);
		String first = part(text.substring(0, end));
		if (end == text.length()) {
			return new ObjectName(null, first);
		}
		int last = partEnd(text, end + 1);
		if (last != text.length()) {
			throw new InvalidDefinitionException("\"%s\" has more parts than a schema and a name.".formatted(text),
					"Write schema.name, and put a part that contains a dot in double quotes: \\\"a.b\\\".");
		}
		return new ObjectName(first, part(text.substring(end + 1)));
	}

	private static int partEnd(String text, int start) {
		int from = start;
		if (text.startsWith("\"", start)) {
			int close = start + 1;
			while (close < text.length() && (text.charAt(close) != '"' || text.startsWith("\"\"", close))) {
				close += (text.charAt(close) == '"') ? 2 : 1;
			}
			boolean closed = close < text.length();
			boolean endsPart = close + 1 >= text.length() || text.charAt(close + 1) == '.';
			from = (closed && endsPart) ? close : start;
		}
		int dot = text.indexOf('.', from);
		return (dot < 0) ? text.length() : dot;
	}

	private static String part(String text) {
		boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
		return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
	}

	/**
	 * Returns the name of another object in the same schema.
	 * @param other its name
	 * @return the name, with the schema of this one
	 */
	public ObjectName sibling(String other) {
		return new ObjectName(this.schema, other);
	}

	/**
	 * Returns the name in the form that {@link #of} reads.
	 * @return {@code name} or {@code schema.name}
	 */
	@Override
	public String toString() {
		return (this.schema != null) ? quote(this.schema) + "." + quote(this.name) : quote(this.name);
	}

	private static String quote(String part) {
		return (part.indexOf('.') >= 0 || part.startsWith("\"")) ? '"' + part.replace("\"", "\"\"") + '"' : part;
	}

}
