package dev.migrator.internal.script.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A text with variables, {@code ${revision}}. A line whose variables are all empty is
 * removed. A value with several lines repeats the text before its variable on each line.
 * <code>$${</code> stands for <code>${</code>.
 *
 * @param name its name in messages
 * @param text the text
 */
public record Template(String name, String text) {

	private static final Pattern VARIABLE = Pattern.compile("(\\$?)\\$\\{([^}\\n]*)}");

	private static final Pattern LINE_BREAK = Pattern.compile("\r?\n");

	/**
	 * Refuses a template without a required variable.
	 * @param variable the variable
	 * @param reason why it is required
	 * @param line the line to add
	 */
	public void require(String variable, String reason, String line) {
		boolean there = VARIABLE.matcher(this.text)
			.results()
			.anyMatch((match) -> match.group(1).isEmpty() && match.group(2).equals(variable));
		if (!there) {
			throw new NewRevisionException("The template " + this.name + " has no ${" + variable + "}, " + reason + ".",
					"Add " + line + ".");
		}
	}

	public String fill(Map<String, String> values) {
		List<String> filled = new ArrayList<>();
		String[] lines = LINE_BREAK.split(this.text, 0);
		for (int i = 0; i < lines.length; i++) {
			String line = fill(lines[i], i + 1, values);
			if (line != null) {
				filled.add(line);
			}
		}
		return String.join("\n", filled) + "\n";
	}

	private @Nullable String fill(String line, int number, Map<String, String> values) {
		StringBuilder filled = new StringBuilder();
		boolean variables = false;
		boolean allEmpty = true;
		int end = 0;
		for (Matcher matcher = VARIABLE.matcher(line); matcher.find(); end = matcher.end()) {
			filled.append(line, end, matcher.start());
			if (!matcher.group(1).isEmpty()) {
				filled.append(line, matcher.start() + 1, matcher.end());
				allEmpty = false;
				continue;
			}
			String value = value(matcher.group(2), number, values);
			variables = true;
			allEmpty &= value.isEmpty();
			append(filled, value);
		}
		filled.append(line, end, line.length());
		return (variables && allEmpty) ? null : filled.toString();
	}

	private static void append(StringBuilder filled, String value) {
		String before = filled.toString();
		String[] lines = LINE_BREAK.split(value, -1);
		for (int i = 0; i < lines.length; i++) {
			if (i > 0) {
				filled.append('\n').append(lines[i].isEmpty() ? before.stripTrailing() : before);
			}
			filled.append(lines[i]);
		}
	}

	private String value(String variable, int line, Map<String, String> values) {
		String value = values.get(variable);
		if (value == null) {
			throw new NewRevisionException(
					"The template " + this.name + " has an unknown variable in line " + line + ": ${" + variable + "}.",
					"The variables are " + String.join(", ", new TreeSet<>(values.keySet()))
							+ ". Write $${ for a literal ${.");
		}
		return value;
	}

}
