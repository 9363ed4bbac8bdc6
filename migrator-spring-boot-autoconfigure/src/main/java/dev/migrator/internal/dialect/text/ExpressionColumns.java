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
 * The columns that an expression is about, as PostgreSQL prints it: a check, a predicate,
 * a generation expression.
 */
public final class ExpressionColumns {

	private static final Pattern TOKEN = Pattern
		.compile("[eE]'(?:[^'\\\\]++|''|\\\\.)*+'|'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|" + NameText.UNQUOTED);

	private static final Pattern NAME = Pattern.compile(NameText.QUOTED + "|" + NameText.UNQUOTED);

	private ExpressionColumns() {
	}

	/**
	 * Whether an expression mentions one of several columns. A type of the same name does
	 * not count, nor does a function.
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
	 * Whether something is over one of several columns, by name or in SQL.
	 * @param what what may be over them
	 * @param columns names of columns
	 * @return whether it is
	 */
	public static boolean isOver(OverColumns what, Set<String> columns) {
		return !columns.isEmpty() && (what.columnNames().anyMatch(columns::contains)
				|| what.expressions().anyMatch((sql) -> mentions(sql, columns)));
	}

	/**
	 * Those of several columns that an expression mentions.
	 * @param sql the expression
	 * @param columns names of columns
	 * @return the names that are in it
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
	 * The names in any SQL, and all else that reads like one: strings may be SQL too, and
	 * in dollars they end with what may be part of a name.
	 * @param sql the SQL
	 * @return the names, as the server takes them
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
	 * An expression in which columns have other names.
	 * @param sql the expression
	 * @param names the other names, by those that the columns have
	 * @return the expression as PostgreSQL prints it once the columns are renamed
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
