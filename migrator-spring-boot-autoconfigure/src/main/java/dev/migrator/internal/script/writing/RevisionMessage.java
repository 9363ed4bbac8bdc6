package dev.migrator.internal.script.writing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.migrator.internal.script.SqlScriptReader;
import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.internal.script.text.InvalidScriptException;
import dev.migrator.schema.TextRule;
import org.springframework.core.io.ByteArrayResource;

/**
 * The message of a new revision, as it can be written.
 *
 * @param title its first line
 * @param rest its other lines
 */
record RevisionMessage(String title, List<String> rest) {

	/**
	 * The maximum length. Longer titles fill the screen of every command that lists
	 * revisions.
	 */
	private static final int LONGEST_TITLE = 500;

	private static final Pattern LINE_BREAK = Pattern.compile("\\R");

	/**
	 * Characters that would end a comment, or show a text that is not there.
	 */
	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]");

	static RevisionMessage of(String text) {
		List<String> lines = new ArrayList<>();
		for (String line : LINE_BREAK.split(text.strip(), -1)) {
			lines.add(CONTROL.matcher(line).replaceAll(" ").strip());
		}
		while (lines.size() > 1 && lines.get(0).isEmpty()) {
			lines.remove(0);
		}
		String title = lines.get(0);
		int length = TextRule.characters(title);
		if (length > LONGEST_TITLE) {
			throw new NewRevisionException(
					"The first line of the message has " + length + " characters, more than " + LONGEST_TITLE + ".",
					"Describe the revision in a few words. Put further text into the lines after the first.");
		}
		return new RevisionMessage(title, List.copyOf(lines.subList(1, lines.size())));
	}

	/**
	 * Returns the lines as comments in the header of a SQL script.
	 * @throws NewRevisionException if one of them would be read as something else
	 */
	String inSql(SqlScriptReader reader) {
		String text = String.join("\n", lines());
		String header = text.isEmpty() ? "" : "-- " + text.replace("\n", "\n-- ");
		String script = header + "\n-- revision: x\n-- migrator:upgrade\n";
		try {
			String read = reader.read(new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)), "the message")
				.header()
				.message();
			if (!read.equals(this.title)) {
				throw unwritable("its first line, \"" + this.title + "\", would not be read as the message");
			}
		}
		catch (InvalidScriptException ex) {
			throw unwritable("line " + Math.max(1, ex.problems().get(0).line())
					+ " of it would be read as a line of the " + "header (" + ex.problems().get(0).what() + ")");
		}
		return text;
	}

	private List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add(this.title);
		lines.addAll(this.rest);
		return lines;
	}

	private static NewRevisionException unwritable(String why) {
		return new NewRevisionException("The message cannot be written to an SQL script: " + why + ".",
				"Describe the revision in a few words. Do not begin with a word and a colon such as "
						+ "revision: or migrator:, and use at least one letter or digit.");
	}

}
