package dev.migrator.operation;

import java.io.Reader;
import java.io.StringReader;

/**
 * A short text, from a Java revision.
 *
 * @param text the text
 */
record SqlString(String text) implements SqlSource {

	@Override
	public Reader open() {
		return new StringReader(this.text);
	}

}
