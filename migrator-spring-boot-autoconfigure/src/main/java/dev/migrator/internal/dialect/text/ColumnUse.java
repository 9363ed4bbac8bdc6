package dev.migrator.internal.dialect.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;

/**
 * Analyzes how the SQL of a view, a rule, a policy or similar uses columns, as PostgreSQL
 * prints it. SQL that only lists columns is valid for every type of the columns.
 */
public final class ColumnUse {

	/** The tokens before a column that is listed. */
	private static final Set<String> BEFORE_LISTED = Set.of("SELECT", "DISTINCT", ",", "BY", "OF", "(");

	/** The tokens after a column that is listed. */
	private static final Set<String> BEHIND_LISTED = Set.of(",", "AS", "FROM", ";", ")", "WHERE", "ORDER", "GROUP",
			"HAVING", "LIMIT", "OFFSET", "FETCH", "FOR", "WITH", "ASC", "DESC", "NULLS", "ON", "OR");

	/** The tokens before a name that is not a column. */
	private static final Set<String> BEFORE_OTHERS = Set.of("AS", "FROM", "JOIN", "VIEW", "TABLE", "INDEX", "TRIGGER",
			"POLICY", "RULE", "STATISTICS", "COLUMN", "INTO", "UPDATE", "TO", ":");

	/** The tokens before the subquery of a list. */
	private static final Set<String> BEFORE_TABLES = Set.of("FROM", "JOIN", "LATERAL");

	/** The rows of the combined queries must have the same types. */
	private static final Set<String> COMBINING = Set.of("UNION", "INTERSECT", "EXCEPT");

	/** Words that are not functions, and functions that accept any number. */
	private static final Set<String> OF_ANY_NUMBER = Set.of("AND", "OR", "NOT", "ON", "WHERE", "HAVING", "WHEN", "THEN",
			"ELSE", "CASE", "SELECT", "IN", "ANY", "ALL", "EXISTS", "ARRAY", "FROM", "JOIN", "AS", "BY", "OVER",
			"USING", "CHECK", "FILTER", "VALUES", "SET", "IS", "LATERAL", "DISTINCT", "COALESCE", "NULLIF", "GREATEST",
			"LEAST", "COUNT", "SUM", "AVG", "MIN", "MAX", "ABS", "ROW", "INSERT", "UPDATE", "REFERENCES");

	/** The tokens after the name of a table or a view that something is on. */
	private static final Set<String> BEHIND_RELATIONS = Set.of("TO", "USING", "FOR", "FROM");

	private static final Set<String> BEHIND_AS = Set.of("SELECT", "WITH", "VALUES", "ON", "(");

	private final List<String> lexemes;

	/** By lexeme, the position of the innermost parenthesis around it, or -1. */
	private final List<Integer> around = new ArrayList<>();

	private ColumnUse(String sql) {
		this.lexemes = Lexemes.of(sql);
		Deque<Integer> open = new ArrayDeque<>(List.of(-1));
		for (int i = 0; i < this.lexemes.size(); i++) {
			if (at(i).equals(")") && open.size() > 1) {
				open.pop();
			}
			this.around.add(open.getFirst());
			if (at(i).equals("(")) {
				open.push(i);
			}
		}
	}

	/**
	 * Returns whether SQL does more than list one of several columns: that may not be
	 * possible with another type.
	 * @param sql the SQL, as PostgreSQL prints it
	 * @param columns names of columns
	 * @return whether it does
	 */
	public static boolean computes(String sql, Set<String> columns) {
		if (columns.isEmpty()) {
			return false;
		}
		ColumnUse use = new ColumnUse(sql);
		boolean combines = use.lexemes.stream().anyMatch(COMBINING::contains);
		return use.any(columns, (i) -> combines || !use.isListed(i));
	}

	/**
	 * Returns whether SQL passes one of several columns to a function, which may not
	 * exist for another number type.
	 * @param sql the SQL, as PostgreSQL prints it
	 * @param columns names of columns
	 * @return whether it does
	 */
	public static boolean passes(String sql, Set<String> columns) {
		if (columns.isEmpty()) {
			return false;
		}
		ColumnUse use = new ColumnUse(sql);
		boolean dates = use.lexemes.stream().anyMatch((word) -> word.equals("DATE") || word.equals("CURRENT_DATE"));
		return use.any(columns, (i) -> dates ? !use.isListed(i) : use.isPassed(i));
	}

	/**
	 * Returns the names that SQL gives to the expressions that it selects.
	 * @param sql the SQL
	 * @return the names
	 */
	public static Set<String> named(String sql) {
		List<String> lexemes = Lexemes.of(sql);
		Set<String> names = new HashSet<>();
		for (int i = 1; i < lexemes.size(); i++) {
			if (lexemes.get(i - 1).equals("AS") && !BEHIND_AS.contains(lexemes.get(i))) {
				names.add(NameText.of(lexemes.get(i)));
			}
		}
		return names;
	}

	private boolean any(Set<String> columns, IntPredicate use) {
		for (int i = 0; i < this.lexemes.size(); i++) {
			String lexeme = at(i);
			if (!Lexemes.isString(lexeme) && columns.contains(NameText.of(lexeme)) && !at(i + 1).equals(".")
					&& !at(i + 1).equals("(") && !isNameOfOther(i) && use.test(i)) {
				return true;
			}
		}
		return false;
	}

	private boolean isNameOfOther(int name) {
		String before = at(before(name));
		return BEFORE_OTHERS.contains(before) || (before.equals("ON") && BEHIND_RELATIONS.contains(at(name + 1)));
	}

	private boolean isListed(int column) {
		return BEFORE_LISTED.contains(at(before(column))) && BEHIND_LISTED.contains(at(column + 1))
				&& isList(this.around.get(column));
	}

	/**
	 * Returns whether the content of a parenthesis, or the text outside of any, is a list
	 * of columns.
	 */
	private boolean isList(int open) {
		if (open < 0) {
			return true;
		}
		boolean ofRight = Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES").contains(at(open - 1));
		boolean ofIndex = at(open - 2).equals("USING");
		boolean ofTable = at(open + 1).equals("SELECT") && BEFORE_TABLES.contains(at(open - 1));
		return ofRight || ofIndex || (ofTable && isList(this.around.get(open)));
	}

	private boolean isPassed(int column) {
		for (int open = this.around.get(column); open >= 0; open = this.around.get(open)) {
			String called = at(open - 1);
			if (called.matches("[A-Z_].*|\".*") && !OF_ANY_NUMBER.contains(called) && !at(open - 2).equals("USING")) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Returns the position before a name and the table that may qualify it.
	 */
	private int before(int name) {
		int before = name - 1;
		while (at(before).equals(".")) {
			before -= 2;
		}
		return before;
	}

	private String at(int index) {
		return (index >= 0 && index < this.lexemes.size()) ? this.lexemes.get(index) : "";
	}

}
