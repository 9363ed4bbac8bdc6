package dev.migrator.internal.script.text;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads only UTF-8: fails with the place of an invalid byte, instead of replacing it.
 * Keeps the decoded text, because a caller that reads one {@code char} gets half of a
 * character that has two.
 */
public final class Utf8Reader extends Reader {

	/**
	 * Enough for most scripts: larger buffers cost each of thousands of small scripts
	 * more than decoding its text.
	 */
	private static final int FIRST_PORTION = 1024;

	private static final int PORTION = 4096;

	private final InputStream input;

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

	private ByteBuffer bytes = ByteBuffer.allocate(FIRST_PORTION).flip();

	private CharBuffer chars = CharBuffer.allocate(FIRST_PORTION).flip();

	private long bytesOffset;

	private boolean inputEnded;

	private int line = 1;

	private boolean afterCarriageReturn;

	public Utf8Reader(InputStream input) {
		this.input = input;
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		if (!this.chars.hasRemaining() && !decode()) {
			return -1;
		}
		int read = Math.min(length, this.chars.remaining());
		this.chars.get(buffer, offset, read);
		return read;
	}

	/**
	 * Decodes the next characters.
	 * @return whether there were any
	 */
	private boolean decode() throws IOException {
		this.chars.clear();
		try {
			while (true) {
				CoderResult result = this.decoder.decode(this.bytes, this.chars, this.inputEnded);
				if (this.chars.position() > 0) {
					checkAndCountLines(this.chars.array(), this.chars.position());
					return true;
				}
				if (result.isError()) {
					throw invalid("byte 0x%02X at byte offset %s is not UTF-8".formatted(
							this.bytes.get(this.bytes.position()) & 0xFF, this.bytesOffset + this.bytes.position()));
				}
				if (this.inputEnded) {
					return false;
				}
				fill();
			}
		}
		finally {
			this.chars.flip();
		}
	}

	@Override
	public void close() throws IOException {
		this.input.close();
	}

	private void fill() throws IOException {
		this.bytesOffset += this.bytes.position();
		if (this.bytes.limit() == FIRST_PORTION && this.bytes.capacity() == FIRST_PORTION) {
			this.bytes = ByteBuffer.allocate(PORTION).put(this.bytes);
			this.chars = CharBuffer.allocate(PORTION);
		}
		else {
			this.bytes.compact();
		}
		int read = this.input.read(this.bytes.array(), this.bytes.position(), this.bytes.remaining());
		this.inputEnded = (read < 0);
		this.bytes.position(this.bytes.position() + Math.max(0, read)).flip();
	}

	private void checkAndCountLines(char[] decoded, int length) throws InvalidTextException {
		for (int i = 0; i < length; i++) {
			char c = decoded[i];
			if (c <= '\r') {
				if (c == '\r' || (c == '\n' && !this.afterCarriageReturn)) {
					this.line++;
				}
				else if (c == 0) {
					// The server's protocol ends a message at this character.
					throw invalid("there is a NUL character, which SQL cannot contain");
				}
			}
			this.afterCarriageReturn = (c == '\r');
		}
	}

	private InvalidTextException invalid(String problem) {
		return new InvalidTextException(this.line, problem);
	}

	/**
	 * Thrown for text that is not UTF-8.
	 */
	public static final class InvalidTextException extends CharConversionException {

		private final int line;

		InvalidTextException(int line, String problem) {
			super(problem);
			this.line = line;
		}

		public int line() {
			return this.line;
		}

		public String problem() {
			return String.valueOf(getMessage());
		}

	}

}
