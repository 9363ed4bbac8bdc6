package dev.migrator.internal.dialect.inspection;

import java.util.Optional;

import dev.migrator.internal.dialect.lexer.LexemeReader;
import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;

/**
 * A statement that creates a table.
 *
 * @param name the name of the table, as the statement writes it
 */
public record CreatedTable(String name) {

	/**
	 * Reads a statement.
	 * @param statement the statement, without a semicolon
	 * @return the table, or empty if it does not create a permanent table
	 */
	public static Optional<CreatedTable> of(String statement) {
		LexemeReader reader = new LexemeReader(statement);
		if (!reader.take("CREATE")) {
			return Optional.empty();
		}
		reader.take("UNLOGGED");
		reader.take("FOREIGN");
		if (!reader.take("TABLE")) {
			return Optional.empty();
		}
		reader.take("IF", "NOT", "EXISTS");
		return Optional.ofNullable(reader.name()).map(CreatedTable::new);
	}

	/**
	 * Returns the name without its schema.
	 * @return the name as the catalog has it
	 */
	public String lastPart() {
		String last = "";
		for (String part : Lexemes.of(this.name)) {
			last = part;
		}
		return NameText.of(last);
	}

}
