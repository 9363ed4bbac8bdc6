package dev.migrator.dialect;

import java.util.List;

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
