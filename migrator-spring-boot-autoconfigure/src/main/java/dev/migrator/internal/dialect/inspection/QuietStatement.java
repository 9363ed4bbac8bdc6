package dev.migrator.internal.dialect.inspection;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;

/**
 * Recognizes statements that only define objects, and run no code that could change a
 * setting of their session: nothing has to be restored after them. In doubt a statement
 * does not count as one. An event trigger runs code with any of them; the caller knows
 * whether event triggers exist. For an index on an expression, the server itself resets
 * the settings that the functions change.
 *
 * @see <a href="https://www.postgresql.org/docs/release/14.3/">PostgreSQL 14.3</a>
 */
public final class QuietStatement {

	private static final Set<String> DEFINED = Set.of("TABLE", "INDEX", "SEQUENCE", "TYPE", "SCHEMA");

	private static final Set<String> BEFORE_THE_KIND = Set.of("UNIQUE", "UNLOGGED");

	/**
	 * Words with which code runs. A query runs code, and the bounds of a partition may
	 * run code too.
	 */
	private static final Set<String> RUN_CODE = Set.of("SELECT", "VALUES", "EXECUTE", "EXTENSION");

	/** Words before an expression that may be computed for the existing rows. */
	private static final Set<String> BEFORE_AN_EXPRESSION = Set.of("DEFAULT", "CHECK", "GENERATED", "TYPE", "USING");

	private static final Pattern WIDTHS = Pattern.compile("\\( [0-9]+( , [0-9]+)? \\)");

	private QuietStatement() {
	}

	/**
	 * Returns whether all statements of a text only define objects.
	 * @param group the statements
	 * @return {@code false} if one of them may change a setting
	 */
	public static boolean are(StatementGroup group) {
		return group.find().stream().allMatch((statement) -> is(statement, statement.in(group.text())));
	}

	private static boolean is(SqlStatement statement, String sql) {
		return switch (statement.words().isEmpty() ? "" : statement.words().get(0)) {
			case "COMMENT", "GRANT", "REVOKE", "DROP" -> true;
			case "CREATE" -> defines(Lexemes.of(sql));
			case "ALTER" -> statement.startsWith("ALTER", "TABLE") && alters(Lexemes.of(sql));
			default -> false;
		};
	}

	private static boolean defines(List<String> lexemes) {
		String kind = lexemes.stream().skip(1).filter((word) -> !BEFORE_THE_KIND.contains(word)).findFirst().orElse("");
		return DEFINED.contains(kind) && lexemes.stream().noneMatch(RUN_CODE::contains)
				&& !Lexemes.containsSequence(lexemes, "AS", "TABLE");
	}

	private static boolean alters(List<String> lexemes) {
		return lexemes.stream().noneMatch((word) -> RUN_CODE.contains(word) || word.equals("USING"))
				&& (!lexemes.contains("(") || onlyWidthsAreInParentheses(lexemes));
	}

	/**
	 * Returns whether what is in parentheses are the widths of types, as in
	 * {@code ADD COLUMN name varchar(255)}.
	 */
	private static boolean onlyWidthsAreInParentheses(List<String> lexemes) {
		return lexemes.stream().noneMatch(BEFORE_AN_EXPRESSION::contains)
				&& WIDTHS.matcher(String.join(" ", lexemes)).replaceAll("").indexOf('(') < 0;
	}

}
