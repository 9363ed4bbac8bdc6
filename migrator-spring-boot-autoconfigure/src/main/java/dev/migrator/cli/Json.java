package dev.migrator.cli;

import org.springframework.boot.json.JsonWriter;

/**
 * Writes maps, lists, texts and numbers as JSON.
 */
final class Json {

	private static final JsonWriter<Object> writer = JsonWriter.standard();

	private Json() {
	}

	static String of(Object value) {
		return writer.writeToString(value);
	}

}
