package dev.migrator.internal.dialect.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.OuterParentheses;

/**
 * Normalizes an expression of the catalog, as PostgreSQL prints it. One kind changes when
 * the server reads it again, for example after a dump: the check
 * {@code status in ('A', 'B')} of a {@code varchar} is printed with a cast of the whole
 * array, and the next time with a cast of each element.
 */
public final class PrintedExpression {

	private static final String TEXTS = "'(?:[^']|'')*'::character varying";

	/** A cast of the whole array, which does not survive. */
	private static final Pattern FLEETING = Pattern
		.compile("\\(ARRAY\\[(%1$s(?:, %1$s)*)\\]\\)::text\\[\\]".formatted(TEXTS));

	private static final String LASTING_END = "]::character varying[])";

	private static final String ARRAY = "(ARRAY[";

	/** The text after an array that is cast as a whole. */
	private static final Pattern CAST = Pattern
		.compile("\\)(::(?:[\\p{L}_][\\p{L}\\p{N}_$ .]*|\"(?:[^\"]|\"\")+\"|\\.)+(?:\\([\\d,]+\\))?)\\[\\]");

	private PrintedExpression() {
	}

	/**
	 * Removes the parentheses around the whole expression, and writes it so that the
	 * server prints the same text after it has read it again.
	 * @param sql the SQL that the server prints: strings and names in quotes, without
	 * comments and without dollar quotes
	 */
	public static String lasting(String sql) {
		return FLEETING.matcher(OuterParentheses.without(sql)).replaceAll("(ARRAY[$1" + LASTING_END + "::text[]");
	}

	/**
	 * Returns the form of the expression that no longer changes when it is printed and
	 * read again.
	 * @param sql an expression as PostgreSQL prints it
	 * @return the same form for all expressions without another difference
	 */
	public static String settled(String sql) {
		return castByElement(sql.replace(LASTING_END, "])"));
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
	 * @return the end of the array
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
	 * @return the position after the bracket that closes the array
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
