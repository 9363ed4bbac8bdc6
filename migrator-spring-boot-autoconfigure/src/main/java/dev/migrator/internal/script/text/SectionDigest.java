package dev.migrator.internal.script.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import dev.migrator.internal.problem.Sha256;

/**
 * The checksum of a section, version {@value #VERSION}: SHA-256 over the UTF-8 of its
 * lines, each ended by a line feed regardless of the line ends in the file, without the
 * blank lines at the end and without the last line end.
 * <p>
 * It first receives the rest of the marker's line, and may receive the line of the next
 * marker. It holds back lines that could be a marker, and blank lines, until it sees what
 * follows.
 */
public final class SectionDigest {

	static final int VERSION = 1;

	private static final int PORTION = 8192;

	private final MessageDigest digest = Sha256.begin();

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder held = new StringBuilder();

	private State state = State.MARKER_LINE;

	private boolean afterCarriageReturn;

	private int line;

	private int lineLikeAMarker;

	/**
	 * Creates a digest for a text without a marker.
	 * @return a digest that begins with the first line
	 */
	public static SectionDigest ofWholeText() {
		SectionDigest digest = new SectionDigest();
		digest.state = State.BLANK_LINE;
		return digest;
	}

	public void add(char[] chars, int from, int to) {
		for (int i = from; i < to; i++) {
			if (this.state == State.TEXT_LINE || this.state == State.MARKER_LINE) {
				i = addToLineEnd(chars, i, to);
				if (i == to) {
					break;
				}
			}
			char c = chars[i];
			if (c != '\n' || !this.afterCarriageReturn) {
				add((c == '\r') ? '\n' : c);
			}
			this.afterCarriageReturn = (c == '\r');
		}
	}

	/**
	 * Returns the last line that would begin a section if it were a comment for the
	 * lexer.
	 * @return the line, counted from the section's own marker as 0; or 0
	 */
	public int lastLineLikeAMarker() {
		return this.lineLikeAMarker;
	}

	/**
	 * Returns the checksum, if the section ends before the line that was begun last.
	 * @return the checksum in hex
	 */
	String endBeforeThisLine() {
		return end();
	}

	/**
	 * Returns the checksum, if the section ends here.
	 * @return the checksum in hex
	 */
	public String endOfText() {
		if (this.state == State.COMMENT_LINE) {
			releaseComment();
		}
		return end();
	}

	/**
	 * Adds the rest of a line at once.
	 * @return the index of the line end, or the end of the text
	 */
	private int addToLineEnd(char[] chars, int from, int to) {
		int end = from;
		while (end < to && chars[end] != '\n' && chars[end] != '\r') {
			end++;
		}
		if (end > from) {
			if (this.state == State.TEXT_LINE) {
				this.text.append(chars, from, end - from);
				flushIfLong(chars[end - 1]);
			}
			this.afterCarriageReturn = false;
		}
		return end;
	}

	private void add(char c) {
		boolean lineEnd = (c == '\n');
		switch (this.state) {
			case MARKER_LINE -> this.state = State.BLANK_LINE;
			case BLANK_LINE -> {
				this.held.append(c);
				if (c == '-') {
					this.state = State.COMMENT_LINE;
				}
				else if (!isWhiteSpace(c)) {
					release();
					this.state = State.TEXT_LINE;
				}
			}
			case COMMENT_LINE -> {
				if (lineEnd) {
					releaseComment();
					this.state = State.BLANK_LINE;
				}
				this.held.append(c);
			}
			case TEXT_LINE -> {
				this.held.append(c);
				this.state = State.BLANK_LINE;
			}
		}
		this.line += lineEnd ? 1 : 0;
		flushIfLong(c);
	}

	private void flushIfLong(char last) {
		if (this.text.length() >= PORTION && !Character.isHighSurrogate(last)) {
			flush();
		}
	}

	private void releaseComment() {
		if (this.held.indexOf("migrator") >= 0 && SectionMarker.of(this.held.toString().strip().substring(2)) != null) {
			this.lineLikeAMarker = this.line;
		}
		release();
	}

	private void release() {
		this.text.append(this.held);
		this.held.setLength(0);
	}

	private String end() {
		flush();
		return HexFormat.of().formatHex(this.digest.digest());
	}

	private void flush() {
		this.digest.update(this.text.toString().getBytes(StandardCharsets.UTF_8));
		this.text.setLength(0);
	}

	private static boolean isWhiteSpace(char c) {
		return c == ' ' || (c >= '\t' && c <= '\r');
	}

	private enum State {

		MARKER_LINE, BLANK_LINE, COMMENT_LINE, TEXT_LINE

	}

}
