package dev.migrator.internal.dialect.text;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.element.OverColumns;

/**
 * Finds the columns in an expression that PostgreSQL has printed: a check, a predicate, a
 * generation expression.
 */
public final class ExpressionColumns {

	private static final Pattern TOKEN = Pattern
		.compile("[eE]'(?:[^'\\\\]++|''|\\\\.)*+'|'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|" + NameText.UNQUOTED);

	private static final Pattern NAME = Pattern.compile(NameText.QUOTED + "|" + NameText.UNQUOTED);

	private ExpressionColumns() {
	}

	/**
	 * Returns whether an expression mentions one of several columns. A type or a function
	 * of the same name does not count.
	 * @param sql the expression
	 * @param columns names of columns
	 * @return whether it does
	 */
	public static boolean mentions(String sql, Set<String> columns) {
		return !columns.isEmpty() && TOKEN.matcher(sql)
			.results()
			.anyMatch((token) -> isColumn(sql, token) && columns.contains(NameText.of(token.group())));
	}

	/**
	 * Returns whether an object uses one of several columns, by name or in SQL.
	 * @param what the object
	 * @param columns names of columns
	 * @return whether it does
	 */
	public static boolean isOver(OverColumns what, Set<String> columns) {
		return !columns.isEmpty() && (what.columnNames().anyMatch(columns::contains)
				|| what.expressions().anyMatch((sql) -> mentions(sql, columns)));
	}

	/**
	 * Returns the columns that an expression mentions, out of several.
	 * @param sql the expression
	 * @param columns names of columns
	 * @return the names in the expression
	 */
	public static Set<String> mentioned(String sql, Set<String> columns) {
		return TOKEN.matcher(sql)
			.results()
			.filter((token) -> isColumn(sql, token))
			.map((token) -> NameText.of(token.group()))
			.filter(columns::contains)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Returns the names in any SQL, and everything that looks like a name: strings may
	 * contain SQL, and a dollar quote ends with a sign that may be part of a name.
	 * @param sql the SQL
	 * @return the names, as the server reads them
	 */
	public static Set<String> names(String sql) {
		return NAME.matcher(sql)
			.results()
			.map(MatchResult::group)
			.flatMap((token) -> Stream.concat(Stream.of(token), Stream.of(token.split("\\$"))))
			.map(NameText::of)
			.collect(Collectors.toSet());
	}

	/**
	 * Renames columns in an expression.
	 * @param sql the expression
	 * @param names the new names by the old ones
	 * @return the expression as PostgreSQL prints it after the renaming
	 */
	public static String rename(String sql, Map<String, String> names) {
		return TOKEN.matcher(sql).replaceAll((token) -> {
			String to = isColumn(sql, token) ? names.get(NameText.of(token.group())) : null;
			return Matcher.quoteReplacement((to != null) ? NameSql.of(to) : token.group());
		});
	}

	private static boolean isColumn(String sql, MatchResult token) {
		String text = token.group();
		boolean string = text.endsWith("'");
		boolean type = sql.startsWith("::", token.start() - 2);
		boolean function = sql.startsWith("(", token.end());
		return !string && !type && !function;
	}

}
