package dev.migrator.internal.dialect.connection;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads an array of texts as the server writes it: {@code {a,"b c"}}.
 *
 * @see <a href= "https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO">Array
 * Input and Output Syntax</a>
 */
public final class TextArray {

	private TextArray() {
	}

	/**
	 * Reads an array.
	 * @param array an array without NULL elements, or {@code null} for an empty one
	 */
	public static List<String> read(@Nullable String array) {
		List<String> elements = new ArrayList<>();
		if (array == null || array.equals("{}")) {
			return elements;
		}
		StringBuilder element = new StringBuilder();
		boolean quoted = false;
		for (int i = 1; i < array.length() - 1; i++) {
			char c = array.charAt(i);
			if (c == '\\') {
				element.append(array.charAt(++i));
			}
			else if (c == '"') {
				quoted = !quoted;
			}
			else if (c == ',' && !quoted) {
				elements.add(element.toString());
				element.setLength(0);
			}
			else {
				element.append(c);
			}
		}
		elements.add(element.toString());
		return elements;
	}

}
