package dev.migrator.internal.dialect.lexer;

/**
 * A comment that begins with {@code --} and continues to the end of its line.
 *
 * @param start the offset of its first hyphen
 * @param end the offset of the line end after it
 * @param line its line
 * @param column the column in which it begins, in code points
 * @param text the text after the two hyphens, cut after {@value #MAX_TEXT} characters
 * @param ownLine whether only white space is before it in its line
 */
public record LineComment(long start, long end, int line, int column, String text,
		boolean ownLine) implements SqlToken {

	static final int MAX_TEXT = 65_536;

}
