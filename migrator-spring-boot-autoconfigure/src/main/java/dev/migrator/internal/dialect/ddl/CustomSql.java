package dev.migrator.internal.dialect.ddl;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * Checks and reads the SQL of a user's own operations, which may be anything.
 */
public final class CustomSql {

	private CustomSql() {
	}

	/**
	 * Calls all methods of a user's own operation that will be called later, so that a
	 * mistake is reported where the operation is created, before anything runs. Ignores
	 * other operations.
	 * @param operation the operation
	 * @throws InvalidDefinitionException if it cannot be used
	 */
	public static void check(Operation operation) {
		if (operation instanceof CustomOperation custom) {
			of(custom);
			CustomAnswer.of(custom, "describe()", custom::describe);
			CustomAnswer.of(custom, "reverse()", custom::reverse);
			CustomAnswer.of(custom, "toBeReversible()", custom::toBeReversible);
			CustomAnswer.of(custom, "outsideTransaction()", custom::outsideTransaction);
		}
	}

	static ExecuteSql of(CustomOperation operation) {
		List<String> statements = CustomAnswer.of(operation, "statements()", operation::statements);
		String name = operation.getClass().getName();
		if (statements.isEmpty()) {
			throw new InvalidDefinitionException("The operation %s has no statements.".formatted(name),
					"Return the SQL that it runs from statements().");
		}
		List<String> ended = new ArrayList<>();
		for (String statement : statements) {
			ended.add(ended(statement, "Statement %s of the operation %s".formatted(ended.size() + 1, name)));
		}
		return ExecuteSql.of(String.join("\n", ended));
	}

	private static String ended(@Nullable String statement, String which) {
		String sql = (statement != null) ? TextRule.check(which, statement).strip() : "";
		try {
			if (SqlStatements.of(sql).isEmpty()) {
				throw new InvalidDefinitionException(which + " is empty.", "Write its SQL, or remove it.");
			}
			return SqlStatements.ended(sql);
		}
		catch (UnreadableSqlException ex) {
			throw new InvalidDefinitionException(
					"%s cannot be read, line %s: %s.".formatted(which, ex.line(), ex.problem()), ex.action());
		}
	}

}
