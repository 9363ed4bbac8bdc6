package dev.migrator.internal.dialect.lexer;

/**
 * A part of a script that {@link SqlLexer} finds. Tokens come in the order in which they
 * end. Offsets count characters as {@link String} does (UTF-16 code units), from 0; lines
 * and columns count from 1, and a line ends with {@code \n}, {@code \r\n} or {@code \r}
 * alone.
 */
public sealed interface SqlToken permits SqlStatement, LineComment, CopyData, PsqlCommand {

	/**
	 * Returns where it begins.
	 * @return the offset of its first character
	 */
	long start();

	/**
	 * Returns where it ends.
	 * @return the offset after its last character
	 */
	long end();

	/**
	 * Returns the line in which it begins.
	 * @return the line
	 */
	int line();

}
