package dev.migrator.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An expression as PostgreSQL prints it. One kind does not stay what it is once it is
 * read in again: for a varchar, {@code status in ('A', 'B')} is printed as
 * {@code status::text = ANY ((ARRAY['A'::varchar, 'B'::varchar])::text[])}, and that, in
 * a dump for one, makes {@code ANY (ARRAY[('A'::varchar)::text, ('B'::varchar)::text])}:
 * the cast of an ARRAY is one of its elements.
 */
public final class PrintedExpression {

	private static final String ELEMENT = "'(?:[^']|'')*'::character varying";

	private static final Pattern CAST_ARRAY = Pattern
		.compile("\\(ARRAY\\[(%1$s(?:, %1$s)*)\\](?:::character varying\\[\\])?\\)::text\\[\\]".formatted(ELEMENT));

	private static final Pattern ONE = Pattern.compile(ELEMENT);

	private PrintedExpression() {
	}

	/**
	 * The expression without the parentheses around all of it, written so that it is
	 * printed as it was when it is read in again.
	 */
	static String lasting(String printed) {
		return CAST_ARRAY.matcher(OuterParentheses.without(printed))
			.replaceAll("(ARRAY[$1]::character varying[])::text[]");
	}

	/**
	 * The expression as it is once it has been printed and read in often enough.
	 * @param printed an expression as PostgreSQL prints it
	 * @return the same for all that mean the same
	 */
	public static String settled(String printed) {
		return CAST_ARRAY.matcher(printed)
			.replaceAll((array) -> Matcher.quoteReplacement(ONE.matcher(array.group(1))
				.results()
				.map((element) -> "(" + element.group() + ")::text")
				.collect(Collectors.joining(", ", "ARRAY[", "]"))));
	}

}
