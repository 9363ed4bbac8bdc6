package dev.migrator.internal.dialect.lexer;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

import org.jspecify.annotations.Nullable;

/**
 * Reads a text through the lexer, and keeps what is not yet forgotten.
 */
public final class LexedText {

	private final Recorder recorder;

	private final SqlLexer lexer;

	private final StringBuilder kept = new StringBuilder();

	private long keptFrom;

	private int keptFromLine;

	public LexedText(Reader reader, int firstLine) {
		this.recorder = new Recorder(reader);
		this.lexer = new SqlLexer(this.recorder, firstLine);
		this.keptFromLine = firstLine;
	}

	@Nullable public SqlToken next() {
		return this.lexer.next();
	}

	/**
	 * Writes the data of the last COPY to a sink, without keeping it.
	 */
	public void copyData(Writer sink) throws IOException {
		this.recorder.keepsOnlyWhatItReads = true;
		this.lexer.copyData(sink);
		this.recorder.keepsOnlyWhatItReads = false;
		forget();
	}

	/**
	 * Returns the position that the lexer has reached.
	 */
	public long offset() {
		return this.lexer.offset();
	}

	public int line() {
		return this.lexer.line();
	}

	public long keptFrom() {
		return this.keptFrom;
	}

	public int keptFromLine() {
		return this.keptFromLine;
	}

	public String text(long from, long to) {
		return this.kept.substring((int) (from - this.keptFrom), (int) (to - this.keptFrom));
	}

	/**
	 * Forgets what the lexer has already read.
	 */
	public void forget() {
		this.kept.delete(0, (int) (this.lexer.offset() - this.keptFrom));
		this.keptFrom = this.lexer.offset();
		this.keptFromLine = this.lexer.line();
	}

	/**
	 * Relies on the lexer, which asks for more only when it has read all that it has.
	 */
	private final class Recorder extends FilterReader {

		private boolean keepsOnlyWhatItReads;

		Recorder(Reader reader) {
			super(reader);
		}

		@Override
		public int read(char[] buffer, int offset, int length) throws IOException {
			if (this.keepsOnlyWhatItReads) {
				LexedText.this.keptFrom += LexedText.this.kept.length();
				LexedText.this.kept.setLength(0);
			}
			int read = super.read(buffer, offset, length);
			if (read > 0) {
				LexedText.this.kept.append(buffer, offset, read);
			}
			return read;
		}

	}

}
