package dev.migrator.internal.dialect.inspection;

import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses rows in a script that only describes a schema.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
final class CopiedRows implements ScriptRule {

	@Override
	public @Nullable Refusal check(SqlStatement statement, String sql) {
		return statement.copyFromStdin() ? new Refusal(statement.line(),
				"COPY ... FROM STDIN inserts rows, but the file only describes the schema", "remove it, with its data",
				false) : null;
	}

}
