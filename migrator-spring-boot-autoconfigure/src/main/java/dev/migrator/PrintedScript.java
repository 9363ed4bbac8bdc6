package dev.migrator;

import java.util.List;

import dev.migrator.dialect.Secrets;
import dev.migrator.dialect.SqlStatement;
import dev.migrator.dialect.SqlStatements;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.problem.Printable;
import dev.migrator.revision.Direction;
import dev.migrator.script.IrreversibleRevisionException;
import dev.migrator.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * What a script does, as SQL for a person to read.
 */
final class PrintedScript {

	private PrintedScript() {
	}

	static String upgrade(Script script) {
		return print(script, Direction.UPGRADE);
	}

	static @Nullable String downgrade(Script script) {
		try {
			return print(script, Direction.DOWNGRADE);
		}
		catch (IrreversibleRevisionException ex) {
			return null;
		}
	}

	private static String print(Script script, Direction direction) {
		List<? extends Operation> operations = script.body(direction).operations();
		StringBuilder printed = new StringBuilder();
		for (int i = 0; i < operations.size(); i++) {
			String text = print(operations.get(i));
			printed.append((i < operations.size() - 1) ? ended(text) + "\n" : text);
		}
		return printed.toString();
	}

	/**
	 * With a semicolon, so that what follows is another statement.
	 */
	private static String ended(String sql) {
		List<SqlStatement> statements = SqlStatements.of(sql);
		if (statements.isEmpty() || statements.get(statements.size() - 1).copyFromStdin()) {
			return sql;
		}
		long end = statements.get(statements.size() - 1).end();
		if (end == sql.length()) {
			return sql + ";";
		}
		return (sql.charAt((int) end) == ';') ? sql : sql + "\n;";
	}

	private static String print(Operation operation) {
		return (operation instanceof ExecuteSql sql) ? Secrets.maskScript(sql.source().text().strip())
				: "-- data: " + Printable.line(operation.describe());
	}

}
