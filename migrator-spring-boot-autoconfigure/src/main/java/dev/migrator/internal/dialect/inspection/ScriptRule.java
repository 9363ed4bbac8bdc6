package dev.migrator.internal.dialect.inspection;

import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a kind of statement before anything runs. A rule may remember what it has seen:
 * one object is for one transaction.
 */
interface ScriptRule {

	/**
	 * Checks the next statement.
	 * @param statement the statement that the lexer found
	 * @param sql the statement as it is written
	 * @return the refusal, or {@code null}
	 */
	@Nullable Refusal check(SqlStatement statement, String sql);

}
