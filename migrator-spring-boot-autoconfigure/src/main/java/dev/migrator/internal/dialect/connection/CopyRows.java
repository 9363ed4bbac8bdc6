package dev.migrator.internal.dialect.connection;

import java.io.IOException;
import java.io.Writer;

/**
 * The data that the client sends for a {@code COPY ... FROM STDIN}.
 */
@FunctionalInterface
public interface CopyRows {

	/**
	 * Writes all of the data, once.
	 * @param writer the writer; it must not be closed
	 * @throws IOException if the writer throws it
	 */
	void writeTo(Writer writer) throws IOException;

}
