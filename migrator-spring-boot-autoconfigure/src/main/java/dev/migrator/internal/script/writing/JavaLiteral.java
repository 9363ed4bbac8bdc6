package dev.migrator.internal.script.writing;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.operation.source.JavaText;

/**
 * Strings in an annotation of Java source.
 */
final class JavaLiteral {

	private JavaLiteral() {
	}

	/**
	 * A string literal, or nothing for an empty string.
	 */
	static String of(String value) {
		return value.isEmpty() ? "" : JavaText.quoted(value);
	}

	/**
	 * The value of an annotation's array: a literal for one, braces around several,
	 * nothing for none.
	 */
	static String of(List<String> values) {
		if (values.size() < 2) {
			return values.isEmpty() ? "" : JavaText.quoted(values.get(0));
		}
		return values.stream().map(JavaText::quoted).collect(Collectors.joining(", ", "{ ", " }"));
	}

}
