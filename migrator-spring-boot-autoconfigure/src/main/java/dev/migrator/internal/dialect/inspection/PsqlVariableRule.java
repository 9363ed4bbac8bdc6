package dev.migrator.internal.dialect.inspection;

import java.util.List;

import dev.migrator.internal.dialect.lexer.PsqlVariables;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses psql variables, which the server does not know: {@code :name}, {@code :'name'}
 * and {@code :"name"}, where a colon cannot mean anything else.
 */
final class PsqlVariableRule implements ScriptRule {

	@Override
	public @Nullable Refusal check(SqlStatement statement, String sql) {
		List<PsqlVariables.Use> uses = PsqlVariables.certainIn(sql, statement.line());
		return uses.isEmpty() ? null
				: new Refusal(uses.get(0).line(),
						uses.get(0).written() + " is a psql variable, which the server does not know",
						"write its value", false);
	}

}
