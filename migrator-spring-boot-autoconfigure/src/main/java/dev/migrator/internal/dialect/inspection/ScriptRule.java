package dev.migrator.internal.dialect.inspection;

import dev.migrator.internal.dialect.lexer.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A kind of statement that is refused before anything runs. Rules may remember what they
 * saw: one object is for one transaction.
 */
interface ScriptRule {

	/**
	 * What comes next is in another text, or another script.
	 */
	default void beginText() {
	}

	/**
	 * Looks at the next statement.
	 * @param statement what the lexer found
	 * @param sql the statement as it is written
	 * @return why it is refused, or {@code null}
	 */
	@Nullable Refusal check(SqlStatement statement, String sql);

}
