package dev.migrator.internal.dialect.lexer;

import dev.migrator.problem.MigratorException;
import org.springframework.util.StringUtils;

/**
 * Thrown when the statements of a text cannot be separated: something is opened in it and
 * never closed.
 */
public final class UnreadableSqlException extends MigratorException {

	private final Kind kind;

	private final int line;

	private final int column;

	private final String problem;

	private final String remedy;

	private UnreadableSqlException(Kind kind, int line, int column, String problem, String remedy) {
		super("Line " + line + ": " + problem + ".", StringUtils.capitalize(remedy) + ".");
		this.kind = kind;
		this.line = line;
		this.column = column;
		this.problem = problem;
		this.remedy = remedy;
	}

	static UnreadableSqlException unterminated(Kind kind, String opening, int line, int column) {
		return switch (kind) {
			case STRING -> new UnreadableSqlException(kind, line, column, neverClosed("the string", column),
					"close it with ' (a quote that belongs to the string is written twice)");
			case QUOTED_IDENTIFIER ->
				new UnreadableSqlException(kind, line, column, neverClosed("the quoted identifier", column),
						"close it with \" (a quote that belongs to the name is written twice)");
			case DOLLAR_QUOTE ->
				new UnreadableSqlException(kind, line, column, neverClosed("the dollar quote " + opening, column),
						"close it with " + opening + ", in the same upper and lower case");
			case BLOCK_COMMENT -> new UnreadableSqlException(kind, line, column, neverClosed("the comment", column),
					"close it with */ (comments nest: every /* in it needs its own)");
			case COPY -> throw new IllegalArgumentException("not a quote: " + kind);
		};
	}

	static UnreadableSqlException textAfterCopy(int line, int column) {
		return new UnreadableSqlException(Kind.COPY, line, column,
				"text follows in column " + column + " after the semicolon of COPY ... FROM STDIN",
				"begin the data in the next line, end it with a line that is \\. and write the text after that line");
	}

	private static String neverClosed(String what, int column) {
		return what + " that begins in column " + column + " is never closed";
	}

	/**
	 * Returns what was opened.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * Returns the line in which it was opened.
	 * @return the line, from 1
	 */
	public int line() {
		return this.line;
	}

	/**
	 * Returns the column in which it was opened.
	 * @return the column in code points, from 1
	 */
	public int column() {
		return this.column;
	}

	/**
	 * Returns what is wrong, without the line: half a sentence for a list of problems.
	 * @return the problem
	 */
	public String problem() {
		return this.problem;
	}

	/**
	 * Returns what to do about it: the other half of that sentence.
	 * @return the remedy
	 */
	public String remedy() {
		return this.remedy;
	}

	/**
	 * The things that can be opened.
	 */
	public enum Kind {

		/**
		 * A string: {@code '}, {@code E'}, {@code U&'}, {@code B'}, {@code X'} or
		 * {@code N'}.
		 */
		STRING,

		/**
		 * A quoted identifier: {@code "} or {@code U&"}.
		 */
		QUOTED_IDENTIFIER,

		/**
		 * A dollar quote: {@code $$} or {@code $tag$}.
		 */
		DOLLAR_QUOTE,

		/**
		 * A block comment.
		 */
		BLOCK_COMMENT,

		/**
		 * The data of a {@code COPY ... FROM STDIN}, when text follows in the line of its
		 * statement.
		 */
		COPY

	}

}
