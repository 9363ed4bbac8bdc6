package dev.migrator.internal.dialect.lexer;

import java.util.List;

/**
 * A statement: from its first token to its semicolon, or to its last token if it has no
 * semicolon. White space and comments before it do not belong to it.
 *
 * @param start the offset of its first character
 * @param end the offset of its semicolon, or the offset after its last token
 * @param line the line in which it begins
 * @param column the column in which it begins, in code points
 * @param words its first words, at most {@value #MAX_WORDS}: keywords and identifiers
 * that are not quoted, in any position, in upper case (ASCII letters only) and cut after
 * 63 characters
 * @param copyFromStdin whether it is a {@code COPY ... FROM STDIN}, whose data follows as
 * {@link CopyData}
 */
public record SqlStatement(long start, long end, int line, int column, List<String> words,
		boolean copyFromStdin) implements SqlToken {

	static final int MAX_WORDS = 16;

	public SqlStatement {
		words = List.copyOf(words);
	}

	/**
	 * Returns whether the statement begins with these words.
	 * @param expected words in upper case
	 * @return whether it begins with them
	 */
	public boolean startsWith(String... expected) {
		return this.words.size() >= expected.length && this.words.subList(0, expected.length).equals(List.of(expected));
	}

	/**
	 * Returns the statement as it is written.
	 * @param script the text that the lexer read
	 * @return the part of the text that is this statement, without its semicolon
	 */
	public String in(String script) {
		return script.substring((int) this.start, (int) this.end);
	}

}
