package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An expression of the catalog, as PostgreSQL prints it, in the one form that it keeps
 * when it is read and printed again. PostgreSQL prints the check
 * {@code status in ('A', 'B')} of a {@code varchar} with a cast of the whole array, and
 * once it was read again, after a dump for one, with a cast of each element.
 */
final class PrintedExpression {

	private static final String ARRAY = "(ARRAY[";

	/** What follows an array that is cast as a whole. */
	private static final Pattern CAST = Pattern
		.compile("\\)(::(?:[\\p{L}_][\\p{L}\\p{N}_$ .]*|\"(?:[^\"]|\"\")+\"|\\.)+(?:\\([\\d,]+\\))?)\\[\\]");

	private PrintedExpression() {
	}

	/**
	 * @param sql what the server prints: texts and names in quotes, without comments and
	 * without dollar quotes
	 * @return the same without parentheses around the whole
	 */
	static String of(String sql) {
		return castByElement(OuterParentheses.without(sql));
	}

	private static String castByElement(String sql) {
		if (!sql.contains(ARRAY)) {
			return sql;
		}
		StringBuilder text = new StringBuilder();
		int i = 0;
		while (i < sql.length()) {
			char c = sql.charAt(i);
			int end = i + 1;
			if (c == '\'' || c == '"') {
				end = sql.indexOf(c, end) + 1;
				text.append(sql, i, end);
			}
			else if (sql.startsWith(ARRAY, i)) {
				end = array(sql, i, text);
			}
			else {
				text.append(c);
			}
			i = end;
		}
		return text.toString();
	}

	/**
	 * @return where the array ends
	 */
	private static int array(String sql, int start, StringBuilder text) {
		List<String> elements = new ArrayList<>();
		int end = elements(sql, start + ARRAY.length(), elements);
		Matcher cast = CAST.matcher(sql).region(end, sql.length());
		if (!cast.lookingAt() || elements.stream().anyMatch((element) -> element.startsWith("ARRAY["))) {
			text.append(ARRAY);
			return start + ARRAY.length();
		}
		text.append(elements.stream()
			.map((element) -> "(" + castByElement(element) + ")" + cast.group(1))
			.collect(Collectors.joining(", ", "ARRAY[", "]")));
		return cast.end();
	}

	/**
	 * @return what follows the bracket that closes the array
	 */
	private static int elements(String sql, int start, List<String> elements) {
		int depth = 0;
		int begin = start;
		int i = start;
		for (; depth >= 0; i++) {
			char c = sql.charAt(i);
			if (c == '\'' || c == '"') {
				i = sql.indexOf(c, i + 1);
			}
			depth += (c == '(' || c == '[') ? 1 : (c == ')' || c == ']') ? -1 : 0;
			if (depth < 0 || (depth == 0 && c == ',')) {
				elements.add(sql.substring(begin, i).strip());
				begin = i + 1;
			}
		}
		return i;
	}

}
