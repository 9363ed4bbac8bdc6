package dev.migrator.internal.dialect.inspection;

import java.util.List;

import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;

/**
 * Finds statements that drop the language of {@code DO} blocks.
 */
public final class BlockLanguage {

	private BlockLanguage() {
	}

	/**
	 * Returns the statements that drop the language.
	 * @param group statements
	 * @return the statements that drop the extension {@code plpgsql}
	 */
	public static List<SqlStatement> droppedBy(StatementGroup group) {
		return group.find()
			.stream()
			.filter((statement) -> statement.startsWith("DROP", "EXTENSION")
					&& Lexemes.of(statement.in(group.text())).stream().anyMatch(BlockLanguage::names))
			.toList();
	}

	private static boolean names(String lexeme) {
		return lexeme.equals("PLPGSQL") || lexeme.equals("\"plpgsql\"");
	}

}
