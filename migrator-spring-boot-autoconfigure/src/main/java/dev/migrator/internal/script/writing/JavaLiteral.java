package dev.migrator.internal.script.writing;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.operation.source.JavaText;

/**
 * Writes strings in an annotation of Java source.
 */
final class JavaLiteral {

	private JavaLiteral() {
	}

	/**
	 * Returns a string literal, or an empty text for an empty string.
	 */
	static String of(String value) {
		return value.isEmpty() ? "" : JavaText.quoted(value);
	}

	/**
	 * Returns the value of an annotation's array: a literal for one string, braces around
	 * several, an empty text for none.
	 */
	static String of(List<String> values) {
		if (values.size() < 2) {
			return values.isEmpty() ? "" : JavaText.quoted(values.get(0));
		}
		return values.stream().map(JavaText::quoted).collect(Collectors.joining(", ", "{ ", " }"));
	}

}
