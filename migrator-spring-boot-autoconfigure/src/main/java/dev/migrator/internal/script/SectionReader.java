package dev.migrator.internal.script;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

import dev.migrator.internal.script.text.ParsedScript;
import dev.migrator.internal.script.text.ScriptChangedException;
import dev.migrator.internal.script.text.SectionDigest;
import dev.migrator.internal.script.text.Utf8Reader;
import org.springframework.core.io.Resource;

/**
 * Reads a section of a script again, exactly as it is written. At its end it checks that
 * the section has not changed since the revisions were read. Text from here may run
 * before that, but must not be committed before the end is reached.
 */
public final class SectionReader extends Reader {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final String script;

	private final PushbackReader file;

	private final String checksum;

	private final boolean last;

	private final SectionDigest digest;

	private long left;

	private boolean checked;

	private SectionReader(String script, Reader file, ParsedScript.Section section, boolean last,
			SectionDigest digest) {
		this.script = script;
		this.file = new PushbackReader(file);
		this.checksum = section.facts().checksum();
		this.last = last;
		this.digest = digest;
		this.left = section.end() - section.markerEnd();
	}

	/**
	 * Opens a script after the line of a section's marker.
	 * @param script the location of the script, for messages
	 * @param resource the script
	 * @param section the place of the section
	 * @param last whether it was the last section
	 * @throws ScriptChangedException if the script does not exist any more
	 */
	static SectionReader open(String script, Resource resource, ParsedScript.Section section, boolean last) {
		try {
			SectionReader reader = new SectionReader(script, new Utf8Reader(resource.getInputStream()), section, last,
					new SectionDigest());
			reader.skipMarker(section.markerEnd());
			return reader;
		}
		catch (IOException ex) {
			throw changed(script, ex);
		}
	}

	/**
	 * Opens a script that is one section, without a marker.
	 * @param script the location of the script, for messages
	 * @param resource the script
	 * @param whole the section
	 * @throws ScriptChangedException if the script does not exist any more
	 */
	static SectionReader openWhole(String script, Resource resource, ParsedScript.Section whole) {
		try {
			SectionReader reader = new SectionReader(script, new Utf8Reader(resource.getInputStream()), whole, true,
					SectionDigest.ofWholeText());
			skipByteOrderMark(reader.file);
			return reader;
		}
		catch (IOException ex) {
			throw changed(script, ex);
		}
	}

	/**
	 * Skips the byte order mark. Some editors write one, and the server would read it as
	 * a part of the first word.
	 */
	public static void skipByteOrderMark(PushbackReader text) throws IOException {
		int first = text.read();
		if (first != -1 && first != BYTE_ORDER_MARK) {
			text.unread(first);
		}
	}

	private void skipMarker(long markerEnd) throws IOException {
		this.file.skip(markerEnd);
		if (this.left > 0) {
			this.left--;
			if (this.file.read() == '\r' && this.left > 0) {
				int next = this.file.read();
				if (next == '\n') {
					this.left--;
				}
				else if (next != -1) {
					this.file.unread(next);
				}
			}
			this.digest.add(new char[] { '\n' }, 0, 1);
		}
	}

	@Override
	public int read(char[] buffer, int offset, int length) {
		try {
			if (this.left == 0) {
				return checkedEnd();
			}
			int read = this.file.read(buffer, offset, (int) Math.min(length, this.left));
			if (read < 0) {
				throw new ScriptChangedException(this.script);
			}
			this.digest.add(buffer, offset, offset + read);
			this.left -= read;
			return read;
		}
		catch (IOException ex) {
			throw changed(this.script, ex);
		}
	}

	private int checkedEnd() throws IOException {
		if (!this.checked) {
			this.checked = true;
			if (!this.digest.endOfText().equals(this.checksum) || (this.last && this.file.read() != -1)) {
				throw new ScriptChangedException(this.script);
			}
		}
		return -1;
	}

	private static ScriptChangedException changed(String script, IOException ex) {
		return (ex instanceof Utf8Reader.InvalidTextException) ? new ScriptChangedException(script)
				: new ScriptChangedException(script, ex);
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
