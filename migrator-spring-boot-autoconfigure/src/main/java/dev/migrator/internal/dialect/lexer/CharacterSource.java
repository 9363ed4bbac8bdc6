package dev.migrator.internal.dialect.lexer;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Hands out the characters of a script one after the other, with their positions. Holds a
 * limited number of characters, and asks the reader for more only when it has handed out
 * what it held.
 */
public final class CharacterSource {

	static final int END = -1;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	/**
	 * Enough for most scripts: a larger array costs each of thousands of small scripts
	 * more than reading its text.
	 */
	private static final int FIRST_PORTION = 1024;

	private static final int PORTION = 4096;

	private final Reader reader;

	private char[] buffer = new char[FIRST_PORTION];

	private int position;

	private int limit;

	private long bufferOffset;

	private int line;

	private long lineOffset;

	private int surrogatePairs;

	private long afterCarriageReturn = -1;

	public CharacterSource(Reader reader, int firstLine) {
		this.reader = reader;
		this.line = firstLine;
	}

	/**
	 * Returns the next character without taking it.
	 * @return the character or {@link #END}
	 */
	int peek() {
		return (this.position < this.limit || fill()) ? this.buffer[this.position] : END;
	}

	/**
	 * Takes the next character.
	 * @return the character or {@link #END}
	 */
	int next() {
		if (this.position >= this.limit && !fill()) {
			return END;
		}
		char c = this.buffer[this.position++];
		if (c <= '\r') {
			countLine(c);
		}
		else if (Character.isLowSurrogate(c)) {
			this.surrogatePairs++;
		}
		return c;
	}

	/**
	 * Takes the next character if it is the one expected.
	 * @param expected the character
	 * @return whether it was taken
	 */
	boolean take(char expected) {
		if (peek() != expected) {
			return false;
		}
		next();
		return true;
	}

	/**
	 * Takes one line end, of any kind.
	 */
	void takeLineEnd() {
		if (next() == '\r') {
			take('\n');
		}
	}

	/**
	 * Takes the rest of the line, without its end, and writes it to a sink.
	 * @param sink the sink
	 * @throws IOException if the sink throws it
	 */
	void takeRestOfLine(Writer sink) throws IOException {
		while (peek() != END) {
			int start = this.position;
			while (this.position < this.limit && this.buffer[this.position] != '\n'
					&& this.buffer[this.position] != '\r') {
				if (Character.isLowSurrogate(this.buffer[this.position++])) {
					this.surrogatePairs++;
				}
			}
			sink.write(this.buffer, start, this.position - start);
			if (this.position < this.limit) {
				return;
			}
		}
	}

	/**
	 * Takes one line end, of any kind, and writes it to a sink.
	 * @param sink the sink
	 * @throws IOException if the sink throws it
	 */
	void takeLineEnd(Writer sink) throws IOException {
		int c = next();
		if (c != END) {
			sink.write(c);
		}
		if (c == '\r' && take('\n')) {
			sink.write('\n');
		}
	}

	/**
	 * Returns how many characters (UTF-16 code units) were taken.
	 * @return the offset of the next character
	 */
	public long offset() {
		return this.bufferOffset + this.position;
	}

	/**
	 * Returns the line of the next character, counted from the first line.
	 * @return the line
	 */
	int line() {
		return this.line;
	}

	/**
	 * Returns the position of the next character in its line, in code points.
	 * @return the column, from 1
	 */
	int column() {
		return (int) (offset() - this.lineOffset) - this.surrogatePairs + 1;
	}

	private void countLine(char c) {
		if (c == '\r' || c == '\n') {
			// the line feed of \r\n ends the line that the carriage return has already
			// ended
			if (c == '\r' || this.afterCarriageReturn != offset() - 1) {
				this.line++;
			}
			this.afterCarriageReturn = (c == '\r') ? offset() : -1;
			this.lineOffset = offset();
			this.surrogatePairs = 0;
		}
	}

	private boolean fill() {
		this.bufferOffset += this.limit;
		this.position = 0;
		this.limit = read();
		if (offset() == 0 && this.limit > 0 && this.buffer[0] == BYTE_ORDER_MARK) {
			this.position = 1;
			this.lineOffset = 1;
			return this.limit > 1 || fill();
		}
		return this.limit > 0;
	}

	private int read() {
		if (this.limit == this.buffer.length && this.limit < PORTION) {
			this.buffer = new char[PORTION];
		}
		try {
			int read;
			do {
				read = this.reader.read(this.buffer, 0, this.buffer.length);
			}
			while (read == 0);
			return Math.max(0, read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
