package dev.migrator.internal.dialect.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The values that a check of an enum column allows: a list of names, or the numbers from
 * 0.
 *
 * @param column the column
 * @param values the values, in the order in which the check has them
 * @param numbers whether they are numbers
 */
public record CheckedValues(String column, List<String> values, boolean numbers) {

	/** Larger numbers are hardly the constants of an enum. */
	private static final int LARGEST = 49;

	private static final String COLUMN = "(?<column>%s|%s)".formatted(NameText.QUOTED, NameText.UNQUOTED);

	/** The form that Hibernate writes, and the form that the server prints. */
	private static final Pattern NUMBERED = Pattern
		.compile("\\(?%s between 0 and (?<last>\\d{1,3})\\)?".formatted(COLUMN), Pattern.CASE_INSENSITIVE);

	private static final Pattern PRINTED = Pattern
		.compile("\\(*%s >= 0\\)? AND \\(?\\k<column> <= (?<last>\\d{1,3})\\)*".formatted(COLUMN));

	public CheckedValues {
		values = List.copyOf(values);
	}

	/**
	 * Reads a check.
	 * @param condition its condition, as it is written or as the server prints it
	 * @return the values, or empty if it is another check
	 */
	public static Optional<CheckedValues> of(String condition) {
		for (Pattern pattern : List.of(NUMBERED, PRINTED)) {
			Matcher numbered = pattern.matcher(condition);
			if (numbered.matches()) {
				int last = Integer.parseInt(numbered.group("last"));
				if (last > LARGEST) {
					return Optional.empty();
				}
				return Optional.of(new CheckedValues(NameText.of(numbered.group("column")),
						IntStream.rangeClosed(0, last).mapToObj(String::valueOf).toList(), true));
			}
		}
		return ValueList.values(condition);
	}

	/**
	 * Returns the values that the column may no longer have.
	 * @param then the values that another check allows
	 * @return the values of this check that the other does not allow
	 */
	public List<String> without(CheckedValues then) {
		return this.values.stream().filter((value) -> !then.values.contains(value)).toList();
	}

	/**
	 * Writes an UPDATE that gives another value to the rows with a value.
	 * @param table the table, as SQL
	 * @param gone the value
	 * @param then the other, or {@code null} if that is not known
	 */
	public String update(String table, String gone, @Nullable String then) {
		String name = NameSql.of(this.column);
		return "UPDATE %s SET %s = %s WHERE %s = %s;".formatted(table, name,
				(then != null) ? literal(then) : this.numbers ? "..." : "'...'", name, literal(gone));
	}

	public String literal(String value) {
		return this.numbers ? value : SqlText.literal(value);
	}

}
