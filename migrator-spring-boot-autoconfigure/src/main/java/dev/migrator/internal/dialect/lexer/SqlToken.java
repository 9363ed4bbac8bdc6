package dev.migrator.internal.dialect.lexer;

import java.util.List;

/**
 * A part of a script that {@link SqlLexer} finds. Tokens come in the order in which they
 * end. Offsets count characters as {@link String} does (UTF-16 code units), from 0; lines
 * and columns count from 1, and a line ends with {@code \n}, {@code \r\n} or {@code \r}
 * alone.
 */
public sealed interface SqlToken {

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

	/**
	 * A statement: from its first token to its semicolon, or to its last token if it has
	 * no semicolon. White space and comments before it do not belong to it.
	 *
	 * @param start the offset of its first character
	 * @param end the offset of its semicolon, or the offset after its last token
	 * @param line the line in which it begins
	 * @param column the column in which it begins, in code points
	 * @param words its first words, at most {@value #MAX_WORDS}: keywords and identifiers
	 * that are not quoted, in any position, in upper case (ASCII letters only) and cut
	 * after 63 characters
	 * @param copyFromStdin whether it is a {@code COPY ... FROM STDIN}, whose data
	 * follows as {@link CopyData}
	 */
	record SqlStatement(long start, long end, int line, int column, List<String> words,
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
			return this.words.size() >= expected.length
					&& this.words.subList(0, expected.length).equals(List.of(expected));
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
	record LineComment(long start, long end, int line, int column, String text, boolean ownLine) implements SqlToken {

		static final int MAX_TEXT = 65_536;

	}

	/**
	 * The data of a {@code COPY ... FROM STDIN}: the lines after the line of its
	 * semicolon, up to a line that is {@code \.}, or up to the end of the text.
	 *
	 * @param start the offset of the first data line
	 * @param end the offset after the line end of the last data line
	 * @param line the first data line
	 * @param terminated whether a line {@code \.} was found
	 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
	 */
	record CopyData(long start, long end, int line, boolean terminated) implements SqlToken {
	}

	/**
	 * A psql command, from its backslash to the end of the line. The server does not know
	 * these commands.
	 *
	 * @param start the offset of the backslash
	 * @param end the offset of the line end after the command
	 * @param line its line
	 * @param name the text between the backslash and the next white space, such as
	 * {@code restrict}
	 * @param arguments the text after the name in its line, cut after
	 * {@value #MAX_ARGUMENTS} characters
	 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
	 */
	record PsqlCommand(long start, long end, int line, String name, String arguments) implements SqlToken {

		static final int MAX_ARGUMENTS = 1000;

	}

}
