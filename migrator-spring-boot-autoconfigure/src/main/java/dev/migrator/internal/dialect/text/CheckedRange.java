package dev.migrator.internal.dialect.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.OuterParentheses;

/**
 * The numbers that a check allows in a column, if they are a range.
 *
 * @param column the column
 * @param first the smallest
 * @param last the largest
 */
public record CheckedRange(String column, BigDecimal first, BigDecimal last) {

	private static final String COLUMN = "(?<column>%s|%s)".formatted(NameText.QUOTED, NameText.UNQUOTED);

	/** The server prints a number with its type if it is negative or of another type. */
	private static final String NUMBER = "\\(?'?\\(?(?<%s>-?\\d{1,30}(?:\\.\\d{1,30})?)'?\\)?(?:::[a-z ]+)?\\)?";

	private static final Pattern WRITTEN = Pattern.compile(
			"%s between %s and %s".formatted(COLUMN, NUMBER.formatted("first"), NUMBER.formatted("last")),
			Pattern.CASE_INSENSITIVE);

	private static final Pattern PRINTED = Pattern.compile("\\(?%s >= %s\\)? AND \\(?\\k<column> <= %s\\)?"
		.formatted(COLUMN, NUMBER.formatted("first"), NUMBER.formatted("last")));

	/**
	 * Reads a check.
	 * @param condition its condition, as it is written or as the server prints it
	 * @return the numbers, or empty if it is another check
	 */
	public static Optional<CheckedRange> of(String condition) {
		String alone = OuterParentheses.without(condition);
		for (Pattern pattern : new Pattern[] { WRITTEN, PRINTED }) {
			Matcher range = pattern.matcher(alone);
			if (range.matches()) {
				return Optional.of(new CheckedRange(NameText.of(range.group("column")),
						new BigDecimal(range.group("first")), new BigDecimal(range.group("last"))));
			}
		}
		return Optional.empty();
	}

	/**
	 * Returns whether another check of the same column accepts all numbers of this one.
	 * @param then the other check
	 * @return whether the other refuses none of them
	 */
	public boolean isWithin(CheckedRange then) {
		return this.first.compareTo(then.first) >= 0 && this.last.compareTo(then.last) <= 0;
	}

}
