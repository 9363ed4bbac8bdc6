package dev.migrator.internal.dialect.ddl;

import java.util.List;

import dev.migrator.internal.dialect.connection.StatementGroup;
import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.SqlStatement;

/**
 * The language that blocks ({@code DO}) are in, which a database may be without.
 */
public final class BlockLanguage {

	private BlockLanguage() {
	}

	/**
	 * The statements that take it away.
	 * @param group statements
	 * @return those that drop the extension {@code plpgsql}
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
