package dev.migrator.internal.script.text;

import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

/**
 * Passes text to the lexer, and afterwards to the digest of the section that contains it.
 * It relies on the lexer to read more only after it has processed all text so far. So all
 * text that was passed before belongs to the present section, except the line in which
 * the lexer is. {@link SectionDigest} holds back this line if it could be the next
 * marker. It also relies on the lexer not to change the array into which it reads, so
 * that the text is not copied.
 */
public final class DigestingReader extends Reader {

	private final Reader reader;

	private @Nullable SectionDigest digest;

	private char[] handedOut = new char[0];

	private int from;

	private int to;

	private long fromOffset;

	public DigestingReader(Reader reader) {
		this.reader = reader;
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		digestTo(offset());
		int read = this.reader.read(buffer, offset, length);
		this.handedOut = buffer;
		this.from = offset;
		this.to = offset + Math.max(0, read);
		return read;
	}

	/**
	 * Ends the section before the line of a marker, and begins the next.
	 * @param markerEnd the offset after the marker
	 * @param next the digest of the section that the marker begins, or {@code null}
	 * @return the checksum of the section before, if there is one
	 */
	@Nullable public String endSection(long markerEnd, @Nullable SectionDigest next) {
		digestTo(markerEnd);
		SectionDigest ended = this.digest;
		this.digest = next;
		return (ended != null) ? ended.endBeforeThisLine() : null;
	}

	/**
	 * Returns the amount of text that was passed.
	 * @return the offset of the next character
	 */
	public long offset() {
		return this.fromOffset + this.to - this.from;
	}

	/**
	 * Ends the section at the end of the text.
	 * @return the checksum of the section, if there is one
	 */
	@Nullable public String endText() {
		digestTo(offset());
		return (this.digest != null) ? this.digest.endOfText() : null;
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	private void digestTo(long offset) {
		int count = (int) (offset - this.fromOffset);
		if (this.digest != null) {
			this.digest.add(this.handedOut, this.from, this.from + count);
		}
		this.from += count;
		this.fromOffset = offset;
	}

}
