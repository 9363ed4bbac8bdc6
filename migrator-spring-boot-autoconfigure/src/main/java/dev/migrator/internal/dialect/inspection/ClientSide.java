package dev.migrator.internal.dialect.inspection;

import java.util.List;

import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses statements that need a client which prints rows or reads binary data.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
final class ClientSide implements ScriptRule {

	@Override
	public @Nullable Refusal check(SqlStatement statement, String sql) {
		return statement.startsWith("COPY") ? copy(statement, sql) : null;
	}

	private static @Nullable Refusal copy(SqlStatement statement, String sql) {
		if (statement.copyFromStdin()) {
			return isBinary(statement.words())
					? new Refusal(statement.line(), "a text file cannot hold the binary data of COPY ... FROM STDIN",
							"write the data in the text format or as CSV", false)
					: null;
		}
		List<String> lexemes = Lexemes.of(sql);
		boolean toClient = Lexemes.containsSequence(lexemes, "TO", "STDOUT")
				|| Lexemes.containsSequence(lexemes, "TO", "STDIN");
		return toClient ? new Refusal(statement.line(), "nobody would read the rows of COPY ... TO STDOUT",
				"remove it, or write the rows to a table", false) : null;
	}

	private static boolean isBinary(List<String> words) {
		return words.get(1).equals("BINARY") || words.lastIndexOf("BINARY") > words.indexOf("STDIN");
	}

}
