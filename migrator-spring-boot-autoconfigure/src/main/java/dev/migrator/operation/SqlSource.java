package dev.migrator.operation;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A source of SQL. It can be read any number of times, and is not kept in memory, because
 * a script may be too large for that.
 */
@FunctionalInterface
public interface SqlSource {

	/**
	 * Opens the text at its beginning.
	 * @return the text; the caller closes it
	 */
	Reader open();

	/**
	 * Reads all of the text, to show it.
	 * @return the text
	 */
	default String text() {
		try (Reader reader = open()) {
			StringWriter text = new StringWriter();
			reader.transferTo(text);
			return text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Creates a source for text that is in memory.
	 * @param sql the text
	 * @return the source
	 */
	static SqlSource of(String sql) {
		return new SqlString(sql);
	}

}
