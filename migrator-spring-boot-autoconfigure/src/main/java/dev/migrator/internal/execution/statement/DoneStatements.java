package dev.migrator.internal.execution.statement;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.migrator.execution.PartialRevisionException;
import dev.migrator.internal.dialect.connection.CopyRows;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.problem.Sha256;
import dev.migrator.internal.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a revision without a transaction, and the SHA-256 of its statements
 * that are done: each statement in UTF-8, followed by a zero byte, and by the SHA-256 of
 * the data if it is a COPY FROM STDIN.
 */
public final class DoneStatements {

	private MessageDigest digest;

	private int count;

	private int recorded;

	private @Nullable MessageDigest copied;

	public DoneStatements() {
		this.digest = Sha256.begin();
	}

	private DoneStatements(MessageDigest digest, int count) {
		this.digest = digest;
		this.count = count;
	}

	/**
	 * Returns a copy, to look ahead.
	 */
	public DoneStatements copy() {
		return new DoneStatements(clone(this.digest), this.count);
	}

	/**
	 * Takes over the state of a copy.
	 */
	public void become(DoneStatements then) {
		this.digest = then.digest;
		this.count = then.count;
	}

	public int count() {
		return this.count;
	}

	/**
	 * Returns the number of statements that the history records as done.
	 */
	public int recorded() {
		return this.recorded;
	}

	public void setRecorded() {
		this.recorded = this.count;
	}

	public void add(RevisionStatement statement) {
		this.digest.update(statement.text().getBytes(StandardCharsets.UTF_8));
		this.digest.update((byte) 0);
		if (this.copied != null) {
			this.digest.update(this.copied.digest());
			this.copied = null;
		}
		this.count++;
	}

	/**
	 * Hashes the data of a COPY, which is to be sent before the statement is added.
	 */
	public CopyRows hashed(CopyRows rows) {
		MessageDigest data = Sha256.begin();
		this.copied = data;
		return (writer) -> {
			HashingWriter hashing = new HashingWriter(writer, data);
			rows.writeTo(hashing);
			hashing.flush();
		};
	}

	public String hash() {
		return HexFormat.of().formatHex(clone(this.digest).digest());
	}

	private static MessageDigest clone(MessageDigest digest) {
		try {
			return (MessageDigest) digest.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Moves to the place where an earlier run stopped.
	 * @return the statements with which that run set something in its session, to be run
	 * again
	 * @throws PartialRevisionException if the script no longer begins with the statements
	 * of that run
	 */
	public List<String> resume(Script script, RevisionStatements statements, LastEntry entry) {
		if (entry.howFar().done() > statements.count()) {
			throw new PartialRevisionException(script, entry.howFar().done());
		}
		List<String> settings = add(statements, entry.howFar().done());
		if (this.count > 0 && !hash().equals(entry.howFar().hash())) {
			throw new PartialRevisionException(script, entry.howFar().done());
		}
		setRecorded();
		return settings;
	}

	/**
	 * Adds the next statements without running them.
	 * @return the statements that set something in their session
	 */
	public List<String> add(RevisionStatements statements, int number) {
		List<String> settings = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			RevisionStatement statement = statements.next();
			statement.copy().ifPresent((copy) -> skip(hashed(copy)));
			if (statement.setsTheSession()) {
				settings.add(statement.text());
			}
			add(statement);
		}
		return settings;
	}

	private static void skip(CopyRows rows) {
		try {
			rows.writeTo(Writer.nullWriter());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Hashes what is written, in UTF-8. Buffered, because the two halves of a character
	 * may come separately.
	 */
	private static final class HashingWriter extends FilterWriter {

		private final Writer hash;

		HashingWriter(Writer writer, MessageDigest digest) {
			super(writer);
			this.hash = new OutputStreamWriter(new DigestOutputStream(OutputStream.nullOutputStream(), digest),
					StandardCharsets.UTF_8);
		}

		@Override
		public void write(int c) throws IOException {
			super.write(c);
			this.hash.write(c);
		}

		@Override
		public void write(char[] chars, int offset, int length) throws IOException {
			super.write(chars, offset, length);
			this.hash.write(chars, offset, length);
		}

		@Override
		public void write(String text, int offset, int length) throws IOException {
			super.write(text, offset, length);
			this.hash.write(text, offset, length);
		}

		@Override
		public void flush() throws IOException {
			super.flush();
			this.hash.flush();
		}

	}

}
