package dev.migrator.internal.script.writing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that runs after a script was written.
 *
 * @param text the command as configured: words with single or double quotes around those
 * that have spaces, and {@code {file}} for the script
 */
record HookCommand(String text) {

	static final String FILE = "{file}";

	private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

	private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

	/**
	 * Returns the program and its arguments. The script is the last argument, unless the
	 * command has {@code {file}}.
	 */
	List<String> words(Path script) {
		List<String> words = new ArrayList<>();
		for (Matcher matcher = WORD.matcher(this.text); matcher.find();) {
			String word = QUOTED.matcher(matcher.group())
				.replaceAll((quoted) -> Matcher
					.quoteReplacement((quoted.group(1) != null) ? quoted.group(1) : quoted.group(2)));
			words.add(word.replace(FILE, script.toString()));
		}
		if (!this.text.contains(FILE)) {
			words.add(script.toString());
		}
		return words;
	}

}
