package dev.migrator.internal.cli.completion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.problem.Printable;

/**
 * A word that a shell completes, and what it is.
 *
 * @param word the word
 * @param description what it is, in one line; may be empty
 */
public record CompletedWord(String word, String description) {

	/** Text that every shell reads as one plain word. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.@]+");

	/**
	 * A sentence that others may follow. Options are described by several. A period
	 * within a word, as in {@code ./migrator}, is no end, nor are the three of
	 * {@code +1, ...}.
	 */
	private static final Pattern FIRST_SENTENCE = Pattern.compile("(.*?[^.])\\.(\\s.*)?");

	/**
	 * Creates a word that is described by the first of these sentences.
	 */
	static CompletedWord of(String word, String sentences) {
		String line = Printable.line(sentences.strip().replace("\n", " "));
		Matcher matcher = FIRST_SENTENCE.matcher(line);
		return new CompletedWord(word, matcher.matches() ? matcher.group(1) : line);
	}

	/**
	 * Returns whether a shell inserts it as it is. A name that is quoted, expanded or
	 * split is not completed.
	 */
	boolean isPlain() {
		return PLAIN.matcher(this.word).matches();
	}

	/**
	 * Returns the line that shells read: the word, a tab, the description. Nothing in it
	 * ends the line or is obeyed by a terminal.
	 */
	public String line() {
		return this.word + "\t" + Printable.line(this.description.strip());
	}

}
