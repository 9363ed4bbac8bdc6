package dev.migrator.internal.cli.output;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.problem.Printable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;

/**
 * Writes JSON for people and programs: indented, which Spring Boot's own writer cannot
 * do, with keys in the order of the map and {@code null} for a missing value.
 */
public final class Json {

	private static final JsonWriter<String> STRINGS = JsonWriter.standard();

	private static final String INDENT = "  ";

	private final StringBuilder text = new StringBuilder();

	private Json() {
	}

	/**
	 * Writes a value.
	 * @param value a map with strings as keys, a list, string, number, boolean or
	 * {@code null}
	 * @return the text, without a line break at its end
	 */
	public static String of(@Nullable Object value) {
		Json json = new Json();
		json.write(value, "\n");
		return json.text.toString();
	}

	private void write(@Nullable Object value, String lineBreak) {
		if (value == null || value instanceof Number || value instanceof Boolean) {
			this.text.append(value);
		}
		else if (value instanceof String string) {
			this.text.append(string(string));
		}
		else if (value instanceof List<?> list) {
			writeList(list, lineBreak);
		}
		else if (value instanceof Map<?, ?> map) {
			writeMap(map, lineBreak);
		}
		else {
			throw new IllegalArgumentException("There is no JSON for " + value.getClass().getName());
		}
	}

	/**
	 * Quotes a text. JSON escapes the control characters of ASCII, and leaves the others.
	 */
	private static String string(String value) {
		return Printable.line(STRINGS.writeToString(value));
	}

	private void writeList(List<?> list, String lineBreak) {
		this.text.append('[');
		for (Iterator<?> elements = list.iterator(); elements.hasNext();) {
			this.text.append(lineBreak).append(INDENT);
			write(elements.next(), lineBreak + INDENT);
			this.text.append(elements.hasNext() ? "," : lineBreak);
		}
		this.text.append(']');
	}

	private void writeMap(Map<?, ?> map, String lineBreak) {
		this.text.append('{');
		for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext();) {
			Map.Entry<?, ?> entry = entries.next();
			this.text.append(lineBreak).append(INDENT);
			this.text.append(string((String) entry.getKey()));
			this.text.append(": ");
			write(entry.getValue(), lineBreak + INDENT);
			this.text.append(entries.hasNext() ? "," : lineBreak);
		}
		this.text.append('}');
	}

}
