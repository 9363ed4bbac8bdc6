package dev.migrator.internal.script.text;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.revision.RevisionNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@link ScriptHeader} from the comment lines at the beginning of a script. The
 * first line with text is the message, unless it is a key with its value. Every other
 * {@code word: value} must have a known key. All other lines are prose.
 */
public final class HeaderReader {

	/**
	 * A word and a colon. URLs, casts and assignments are prose.
	 */
	private static final Pattern ENTRY = Pattern.compile("([A-Za-z][\\w-]*)\\s*:(?![:=/])\\s*(.*)");

	private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

	private final ScriptProblems problems;

	private final Map<HeaderKey, Entry> entries = new EnumMap<>(HeaderKey.class);

	private final List<String> prose = new ArrayList<>();

	private int lastLine;

	private @Nullable String firstLine;

	public HeaderReader(ScriptProblems problems) {
		this.problems = problems;
	}

	public void read(int line, String comment) {
		String text = comment.strip();
		if (line > this.lastLine + 1) {
			this.prose.add("");
		}
		this.lastLine = line;
		if (text.isEmpty() || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
			this.prose.add("");
			return;
		}
		Matcher entry = ENTRY.matcher(text);
		HeaderKey key = entry.matches() ? HeaderKey.of(entry.group(1)) : null;
		boolean first = (this.firstLine == null);
		if (first) {
			this.firstLine = (key != null) ? "" : text;
		}
		if (key != null) {
			Entry before = this.entries.putIfAbsent(key, new Entry(line, entry.group(2)));
			if (before != null) {
				this.problems.add(line, "the header key \"" + key + "\" is given twice, first in line " + before.line(),
						"keep one of the two lines");
			}
		}
		else if (!first && entry.matches()) {
			this.problems.add(line, "unknown header key \"" + entry.group(1) + "\"", insteadOf(entry.group(1)));
		}
		else {
			this.prose.add(comment.stripTrailing());
		}
	}

	/**
	 * Returns the message and the prose below it, without empty lines at the ends, with
	 * at most one between paragraphs, and without common indentation.
	 */
	private String wholeMessage() {
		String text = String.join("\n", this.prose).strip();
		if (text.indexOf('\n') < 0) {
			return text;
		}
		return EMPTY_LINES.matcher(String.join("\n", this.prose).stripTrailing().stripIndent())
			.replaceAll("\n\n")
			.strip();
	}

	private static String insteadOf(String key) {
		HeaderKey near = HeaderKey.near(key);
		return (near != null) ? "did you mean \"" + near + "\"?"
				: "the keys are " + HeaderKey.all() + ", and prose has no colon after its first word";
	}

	public boolean hasRevision() {
		return this.entries.containsKey(HeaderKey.REVISION);
	}

	/**
	 * Returns whether the first line is read as the message, but looks like a misspelt
	 * {@code revision}.
	 */
	public boolean messageLooksLikeRevision() {
		Matcher entry = ENTRY.matcher((this.firstLine != null) ? this.firstLine : "");
		return entry.matches() && HeaderKey.near(entry.group(1)) == HeaderKey.REVISION;
	}

	/**
	 * Returns the valid part of the header, and adds its problems to the list.
	 * @return the header
	 */
	public ScriptHeader header() {
		return new ScriptHeader(revision(), ids(HeaderKey.REVISES), ids(HeaderKey.DEPENDS_ON),
				ids(HeaderKey.BRANCH_LABELS), (this.firstLine != null) ? this.firstLine : "", wholeMessage(), created(),
				transactional());
	}

	private String revision() {
		Entry entry = this.entries.get(HeaderKey.REVISION);
		if (entry == null) {
			return "";
		}
		if (entry.value().isEmpty()) {
			this.problems.add(entry.line(), "\"revision\" has no value",
					"write the id of this revision after the colon");
		}
		else {
			checkId(entry.line(), entry.value());
		}
		return entry.value();
	}

	private List<String> ids(HeaderKey key) {
		Entry entry = this.entries.get(key);
		if (entry == null || entry.value().isEmpty()) {
			return List.of();
		}
		List<String> ids = new ArrayList<>();
		for (String part : entry.value().split(",", -1)) {
			String id = part.strip();
			if (id.isEmpty()) {
				this.problems.add(entry.line(), "\"" + key + "\" has a comma without a name on both sides",
						"remove that comma");
			}
			else if (ids.contains(id)) {
				this.problems.add(entry.line(), "\"" + key + "\" has \"" + id + "\" twice", "remove one of the two");
			}
			else {
				checkId(entry.line(), id);
				ids.add(id);
			}
		}
		return ids;
	}

	private void checkId(int line, String id) {
		if (RevisionNames.isReserved(id)) {
			this.problems.add(line, "\"" + id + "\" cannot be an id or a label",
					"head, heads, base and current are reserved, use another");
		}
		else if (RevisionNames.faultOf(id) != null) {
			this.problems.add(line, "\"" + id + "\" cannot be an id or a label",
					"use 1 to 128 characters without @ - + : , and white space");
		}
	}

	private @Nullable Instant created() {
		Entry entry = this.entries.get(HeaderKey.CREATED);
		if (entry == null) {
			return null;
		}
		try {
			return OffsetDateTime.parse(entry.value()).toInstant();
		}
		catch (DateTimeParseException ex) {
			this.problems.add(entry.line(), "\"created\" is not a date and time: \"" + entry.value() + "\"",
					"write one with an offset, such as 2026-01-05T05:30:00Z");
			return null;
		}
	}

	private boolean transactional() {
		Entry entry = this.entries.get(HeaderKey.TRANSACTION);
		if (entry == null) {
			return true;
		}
		if (!entry.value().equals("none")) {
			this.problems.add(entry.line(), "\"transaction\" can only be \"none\", not \"" + entry.value() + "\"",
					"remove the line if the revision runs in a transaction");
		}
		return false;
	}

	private record Entry(int line, String value) {

	}

}
