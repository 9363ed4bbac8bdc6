package dev.migrator.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A target that was given to a command: {@code [branch@][symbol][+n|-n]}. It has a
 * symbol, an offset, or both.
 *
 * @param text all of it
 * @param branch the label, id or partial id before {@code @}
 * @param symbol {@code head}, {@code heads}, {@code base}, or a label, id or partial id
 * @param offset the number of steps up, or down if negative; {@code 0} if none is given
 */
record Target(String text, @Nullable String branch, @Nullable String symbol, int offset) {

	static final String HEAD = "head";

	static final String HEADS = "heads";

	static final String BASE = "base";

	static final String CURRENT = "current";

	private static final String NAME = "[^@\\-+:,\\s]+";

	private static final Pattern FORM = Pattern.compile("(?:(" + NAME + ")@)?(" + NAME + ")?([+-]\\d{1,9})?");

	/**
	 * Reads a target.
	 * @param text the target
	 * @return the target
	 * @throws InvalidTargetException if the text is not a target
	 */
	static Target parse(String text) {
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
			throw malformed(text);
		}
		int offset = (matcher.group(3) != null) ? Integer.parseInt(matcher.group(3)) : 0;
		if (matcher.group(3) != null && offset == 0) {
			throw malformed(text);
		}
		return new Target(text, matcher.group(1), matcher.group(2), offset);
	}

	private static InvalidTargetException malformed(String text) {
		String reason = (text.indexOf(':') < 0) ? "is not a target"
				: "has a colon, which makes it a range, but one target is needed (ranges are for --sql and history -r)";
		return new InvalidTargetException(text, "`" + text + "` " + reason + ".",
				"A target is an id or the beginning of one, a branch label, head, heads or base, "
						+ "with a branch before it (billing@head) or a number of steps after it (ae10+2, head-1), "
						+ "or only a number of steps from the state of the database (+1, -1, billing@-1).");
	}

	/**
	 * Returns whether the target counts from the state of the database.
	 */
	boolean countsFromDatabase() {
		return this.symbol == null;
	}

	/**
	 * Returns whether the target is, or counts from, the version rows.
	 */
	boolean isCurrent() {
		return CURRENT.equals(this.symbol);
	}

	/**
	 * Returns this target with another number of steps in the same direction.
	 */
	String withSteps(int steps) {
		return this.text.substring(0, this.text.length() - offsetText().length()) + steps(steps);
	}

	/**
	 * Writes a number of steps in the direction of this target, or nothing for zero.
	 */
	String steps(int steps) {
		return (steps == 0) ? "" : ((this.offset < 0) ? "-" : "+") + steps;
	}

	/**
	 * Returns the offset as it was given, or nothing.
	 */
	String offsetText() {
		int sign = Math.max(this.text.indexOf('+'), this.text.indexOf('-'));
		return (sign < 0) ? "" : this.text.substring(sign);
	}

	/**
	 * Returns the branch as it was given, with its separator, or nothing.
	 */
	String branchPrefix() {
		return (this.branch != null) ? this.branch + "@" : "";
	}

}
