package dev.migrator.internal.dialect.inspection;

import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What would give away the advisory lock that keeps other migrators out.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-discard.html">DISCARD</a>
 * @see <a href=
 * "https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS">Advisory
 * Lock Functions</a>
 */
final class LockLoss implements ScriptRule {

	private static final String FUNCTION = "pg_advisory_unlock_all";

	private static final Pattern CALL = Pattern.compile(FUNCTION, Pattern.CASE_INSENSITIVE);

	@Override
	public @Nullable Refusal check(SqlStatement statement, String sql) {
		if (statement.startsWith("DISCARD", "ALL")) {
			return new Refusal(statement.line(), "DISCARD ALL would give away the lock that keeps other migrators out",
					"leave it out: what a script does to its session ends with it anyway", false);
		}
		if (CALL.matcher(sql).find() && calls(statement, sql)) {
			return new Refusal(statement.line(),
					FUNCTION + "() would give away the lock that keeps other migrators out",
					"call pg_advisory_unlock(key) for each lock that the script has taken", false);
		}
		return null;
	}

	/**
	 * In a string it is nothing but text, except in the code of a DO.
	 */
	private static boolean calls(SqlStatement statement, String sql) {
		return Lexemes.of(sql)
			.stream()
			.filter((lexeme) -> statement.startsWith("DO") || !Lexemes.isString(lexeme))
			.anyMatch((lexeme) -> statement.startsWith("DO") ? CALL.matcher(lexeme).find()
					: NameText.of(lexeme).equals(FUNCTION));
	}

}
