package dev.migrator.internal.command;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

import dev.migrator.operation.SqlSource;
import dev.migrator.schema.TextRule;

/**
 * The beginning of a text of any length.
 *
 * @param text the part of it that is kept
 * @param length the number of {@code char}s of the whole text
 */
record TextPreview(String text, long length) {

	private static final int BUFFER = 8192;

	/**
	 * Reads a text to its end.
	 * @param longest the number of {@code char}s to keep
	 */
	static TextPreview of(SqlSource source, int longest) {
		StringBuilder kept = new StringBuilder();
		char[] buffer = new char[BUFFER];
		long length = 0;
		try (Reader reader = source.open()) {
			for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
				kept.append(buffer, 0, Math.min(read, longest - kept.length()));
				length += read;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new TextPreview(TextRule.whole(kept.toString()), length);
	}

	boolean cut() {
		return this.text.length() < this.length;
	}

}
