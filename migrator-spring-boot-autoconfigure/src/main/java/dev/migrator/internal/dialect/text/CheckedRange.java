package dev.migrator.internal.dialect.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.OuterParentheses;

/**
 * The numbers that a check leaves a column, where it is all from one to another.
 *
 * @param column the column
 * @param first the smallest
 * @param last the largest
 */
public record CheckedRange(String column, BigDecimal first, BigDecimal last) {

	private static final String COLUMN = "(?<column>%s|%s)".formatted(NameText.QUOTED, NameText.UNQUOTED);

	/** The server prints a number that is negative, or of another type, with its type. */
	private static final String NUMBER = "\\(?'?\\(?(?<%s>-?\\d{1,30}(?:\\.\\d{1,30})?)'?\\)?(?:::[a-z ]+)?\\)?";

	private static final Pattern WRITTEN = Pattern.compile(
			"%s between %s and %s".formatted(COLUMN, NUMBER.formatted("first"), NUMBER.formatted("last")),
			Pattern.CASE_INSENSITIVE);

	private static final Pattern PRINTED = Pattern.compile("\\(?%s >= %s\\)? AND \\(?\\k<column> <= %s\\)?"
		.formatted(COLUMN, NUMBER.formatted("first"), NUMBER.formatted("last")));

	/**
	 * Reads a check.
	 * @param condition its condition, as it is written or as the server prints it
	 * @return the numbers, or empty if it is another one
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
	 * Whether all that it takes is taken by another check of the same column.
	 * @param then the other
	 * @return whether nothing is refused
	 */
	public boolean isWithin(CheckedRange then) {
		return this.first.compareTo(then.first) >= 0 && this.last.compareTo(then.last) <= 0;
	}

}
