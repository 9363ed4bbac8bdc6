package dev.migrator.internal.dialect.connection;

import java.io.IOException;
import java.io.Writer;

/**
 * What the client sends for a {@code COPY ... FROM STDIN}.
 */
@FunctionalInterface
public interface CopyRows {

	/**
	 * Writes the data, all of it, once.
	 * @param writer where to, not to be closed
	 * @throws IOException if the writer throws it
	 */
	void writeTo(Writer writer) throws IOException;

}
