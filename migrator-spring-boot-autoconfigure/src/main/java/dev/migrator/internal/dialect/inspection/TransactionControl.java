package dev.migrator.internal.dialect.inspection;

import java.util.List;

import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses statements that begin or end a transaction: in a script that runs in a
 * transaction they would commit half of it, without its version row. Savepoints are
 * allowed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-begin.html">BEGIN</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-commit.html">COMMIT</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-rollback.html">ROLLBACK</a>
 */
final class TransactionControl implements ScriptRule {

	private final String reason;

	TransactionControl() {
		this("but the script already runs in one, together with its version row");
	}

	/**
	 * @param reason the reason for the refusal, as the end of a sentence
	 */
	TransactionControl(String reason) {
		this.reason = reason;
	}

	@Override
	public @Nullable Refusal check(SqlStatement statement, String sql) {
		String command = command(statement);
		return (command != null) ? new Refusal(statement.line(),
				command + " would begin or end a transaction, " + this.reason, "remove it", true) : null;
	}

	static boolean commits(SqlStatement statement) {
		String command = command(statement);
		return "COMMIT".equals(command) || "END".equals(command);
	}

	static boolean openAfter(SqlStatement statement, boolean open) {
		String command = command(statement);
		if (command == null) {
			return open;
		}
		List<String> words = statement.words();
		boolean chained = words.contains("CHAIN") && !words.contains("NO");
		return command.equals("BEGIN") || command.equals("START TRANSACTION") || (chained && open);
	}

	private static @Nullable String command(SqlStatement statement) {
		List<String> words = statement.words();
		String first = words.isEmpty() ? "" : words.get(0);
		String second = (words.size() > 1) ? words.get(1) : "";
		return switch (first) {
			case "BEGIN", "END", "ABORT" -> first;
			case "COMMIT" -> second.equals("PREPARED") ? null : first;
			case "ROLLBACK" -> second.equals("PREPARED") || toSavepoint(words) ? null : first;
			case "START", "PREPARE" -> second.equals("TRANSACTION") ? first + " " + second : null;
			default -> null;
		};
	}

	private static boolean toSavepoint(List<String> words) {
		return words.indexOf("TO") == 1
				|| (words.indexOf("TO") == 2 && List.of("WORK", "TRANSACTION").contains(words.get(1)));
	}

}
