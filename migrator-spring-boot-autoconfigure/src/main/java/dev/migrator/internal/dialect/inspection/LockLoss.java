package dev.migrator.internal.dialect.inspection;

import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses statements that would release the migration lock.
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
			return new Refusal(statement.line(), "DISCARD ALL would release the migration lock",
					"remove it: changes of a script to its session end with the script anyway", false);
		}
		if (CALL.matcher(sql).find() && calls(statement, sql)) {
			return new Refusal(statement.line(), FUNCTION + "() would release the migration lock",
					"call pg_advisory_unlock(key) for each lock that the script has taken", false);
		}
		return null;
	}

	/**
	 * Finds calls. In a string the name is only text, except in the code of a DO.
	 */
	private static boolean calls(SqlStatement statement, String sql) {
		return Lexemes.of(sql)
			.stream()
			.filter((lexeme) -> statement.startsWith("DO") || !Lexemes.isString(lexeme))
			.anyMatch((lexeme) -> statement.startsWith("DO") ? CALL.matcher(lexeme).find()
					: NameText.of(lexeme).equals(FUNCTION));
	}

}
