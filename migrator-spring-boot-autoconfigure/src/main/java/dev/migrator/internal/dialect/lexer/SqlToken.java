package dev.migrator.internal.dialect.lexer;

/**
 * What {@link SqlLexer} finds in a script, in the order in which it ends. Offsets count
 * characters as {@link String} does (UTF-16 code units), from 0; lines and columns count
 * from 1, and a line ends with {@code \n}, {@code \r\n} or {@code \r} alone.
 */
public sealed interface SqlToken permits SqlStatement, LineComment, CopyData, PsqlCommand {

	/**
	 * Where it begins.
	 * @return the offset of its first character
	 */
	long start();

	/**
	 * Where it ends.
	 * @return the offset behind its last character
	 */
	long end();

	/**
	 * The line in which it begins.
	 * @return the line
	 */
	int line();

}
