package dev.migrator.internal.dialect.connection;

import java.util.List;

import dev.migrator.internal.dialect.lexer.SqlStatement;
import dev.migrator.internal.dialect.lexer.SqlStatements;

/**
 * A group of whole statements with everything between them.
 *
 * @param text the text as it is written, without psql commands
 * @param line the line in which the text begins
 * @param statements the number of its statements
 */
public record StatementGroup(String text, int line, int statements) implements SqlPiece {

	/**
	 * Finds the statements again. They are not kept, because there may be tens of
	 * thousands.
	 * @return the statements, with offsets in {@link #text()}
	 */
	public List<SqlStatement> find() {
		return SqlStatements.of(this.text, this.line);
	}

}
