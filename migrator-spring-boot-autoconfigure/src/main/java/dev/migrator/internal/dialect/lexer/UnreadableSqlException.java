package dev.migrator.internal.dialect.lexer;

import dev.migrator.problem.MigratorException;
import org.springframework.util.StringUtils;

/**
 * Thrown when a text has no statements that could be told apart: something is opened in
 * it and never closed.
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
				"text follows in column " + column + " behind the semicolon of COPY ... FROM STDIN",
				"begin the data in the next line, end it with a line that is \\. and write what follows after that");
	}

	private static String neverClosed(String what, int column) {
		return what + " that begins in column " + column + " is never closed";
	}

	/**
	 * What was opened.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * The line in which it was opened.
	 * @return the line, from 1
	 */
	public int line() {
		return this.line;
	}

	/**
	 * The column in which it was opened.
	 * @return the column in code points, from 1
	 */
	public int column() {
		return this.column;
	}

	/**
	 * What is wrong, without the line: half a sentence for a list of problems.
	 * @return the problem
	 */
	public String problem() {
		return this.problem;
	}

	/**
	 * What to do about it: the other half of that sentence.
	 * @return the remedy
	 */
	public String remedy() {
		return this.remedy;
	}

	/**
	 * What can be opened.
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
		 * The data of a {@code COPY ... FROM STDIN}, where its statement's line goes on.
		 */
		COPY

	}

}
