package dev.migrator.internal.dialect.inspection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.schema.ObjectName;

/**
 * Computes the name that PostgreSQL gives to an index that a statement builds without a
 * name: table, columns and {@code idx}. An expression that is only a column or a function
 * call counts as that column or function; any other as {@code expr}. The number that the
 * server adds if the name exists already is unknown here.
 *
 * @see <a href=
 * "https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/commands/indexcmds.c">indexcmds.c</a>,
 * {@code ChooseIndexName}
 */
public final class ChosenIndexName {

	private static final String EXPRESSION = "expr";

	/** Words that extend the expression before them. */
	private static final Set<String> OPERATORS = Set.of("AND", "OR", "IS", "IN", "LIKE", "ILIKE", "BETWEEN", "AT",
			"NOT", "ISNULL", "NOTNULL", "SIMILAR", "OVERLAPS");

	private ChosenIndexName() {
	}

	/**
	 * Reads a statement.
	 * @param statement the statement, without a semicolon
	 * @return the name, if the statement builds an index concurrently without a name
	 */
	public static Optional<String> of(String statement) {
		return ConcurrentStatement.of(statement)
			.filter((it) -> it.kind() == ConcurrentStatement.Kind.CREATE_INDEX && it.object() == null)
			.map((build) -> DefaultNames.index(new ObjectName(null, lastPart(build.table())),
					columns(Lexemes.of(statement))));
	}

	private static String lastPart(String table) {
		List<String> parts = Lexemes.of(table);
		return NameText.of(parts.get(parts.size() - 1));
	}

	private static List<String> columns(List<String> statement) {
		List<String> names = new ArrayList<>();
		int open = statement.indexOf("(");
		if (open >= 0) {
			add(names, inParentheses(statement, open));
			int include = open + inParentheses(statement, open).size() + 2;
			if (include + 1 < statement.size() && statement.get(include).equals("INCLUDE")) {
				add(names, inParentheses(statement, include + 1));
			}
		}
		return names;
	}

	private static void add(List<String> names, List<String> list) {
		int depth = 0;
		int start = 0;
		for (int i = 0; i <= list.size(); i++) {
			String lexeme = (i < list.size()) ? list.get(i) : ",";
			depth += lexeme.equals("(") ? 1 : lexeme.equals(")") ? -1 : 0;
			if (lexeme.equals(",") && depth == 0) {
				add(names, element(list.subList(start, i)));
				start = i + 1;
			}
		}
	}

	private static void add(List<String> names, String name) {
		String numbered = name;
		for (int i = 1; names.contains(numbered); i++) {
			numbered = name + i;
		}
		names.add(numbered);
	}

	/**
	 * Reads a column, a call, or an expression in parentheses, then the options of the
	 * index.
	 */
	private static String element(List<String> element) {
		if (element.isEmpty()) {
			return EXPRESSION;
		}
		return element.get(0).equals("(") ? expression(inParentheses(element, 0)) : name(element, prefix(element));
	}

	private static String expression(List<String> expression) {
		if (!expression.isEmpty() && expression.get(0).equals("(")) {
			List<String> inner = inParentheses(expression, 0);
			return adorns(expression, inner.size() + 2) ? expression(inner) : EXPRESSION;
		}
		int prefix = prefix(expression);
		int end = prefix;
		if (end < expression.size() && expression.get(end).equals("(")) {
			end += inParentheses(expression, end).size() + 2;
		}
		return (prefix > 0 && adorns(expression, end)) ? name(expression, prefix) : EXPRESSION;
	}

	/**
	 * Returns how many tokens a dotted name has.
	 */
	private static int prefix(List<String> lexemes) {
		int end = 0;
		while (end < lexemes.size() && isName(lexemes.get(end))) {
			end++;
			if (end + 1 >= lexemes.size() || !lexemes.get(end).equals(".")) {
				return end;
			}
			end++;
		}
		return 0;
	}

	private static String name(List<String> lexemes, int prefix) {
		return (prefix > 0) ? NameText.of(lexemes.get(prefix - 1)) : EXPRESSION;
	}

	private static boolean isName(String lexeme) {
		return lexeme.matches(NameText.UNQUOTED) || lexeme.matches("(?s)" + NameText.QUOTED);
	}

	/**
	 * Returns whether only a type or a collation follows.
	 */
	private static boolean adorns(List<String> lexemes, int end) {
		List<String> rest = lexemes.subList(Math.min(end, lexemes.size()), lexemes.size());
		boolean begins = rest.isEmpty() || rest.get(0).equals("COLLATE")
				|| (rest.size() > 2 && rest.subList(0, 2).equals(List.of(":", ":")));
		return begins && Collections.disjoint(rest, OPERATORS)
				&& rest.stream().allMatch((lexeme) -> isName(lexeme) || lexeme.matches("[():\\[\\],.]|\\d+"));
	}

	/**
	 * Returns the tokens between a parenthesis and the one that closes it.
	 */
	private static List<String> inParentheses(List<String> lexemes, int open) {
		int depth = 0;
		for (int i = open; i < lexemes.size(); i++) {
			depth += lexemes.get(i).equals("(") ? 1 : lexemes.get(i).equals(")") ? -1 : 0;
			if (depth == 0) {
				return lexemes.subList(open + 1, i);
			}
		}
		return lexemes.subList(Math.min(open + 1, lexemes.size()), lexemes.size());
	}

}
