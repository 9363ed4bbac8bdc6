package dev.migrator.operation;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Where SQL comes from. It can be read as often as is wanted and is not kept in memory,
 * since a script may be larger than that.
 */
@FunctionalInterface
public interface SqlSource {

	/**
	 * Opens the text at its beginning.
	 * @return the text; whoever asked for it closes it
	 */
	Reader open();

	/**
	 * Reads all of the text, for showing it.
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
	 * A text that is in memory.
	 * @param sql the text
	 * @return the source
	 */
	static SqlSource of(String sql) {
		return new SqlString(sql);
	}

}
