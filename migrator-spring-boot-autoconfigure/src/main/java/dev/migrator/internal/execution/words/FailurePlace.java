package dev.migrator.internal.execution.words;

import java.util.List;

import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.schema.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * The place of the failed statement in a message.
 *
 * @param operation index of the author's operation, or -1 for the migrator's own
 * statements
 * @param purpose the purpose of the statements around it
 * @param statement the number of the statement in its operation, from 1, or 0 if unknown
 * @param statements the number of statements of the operation
 * @param line the line of the failure in the operation's text, from 1: the line of the
 * error if the server gave its position, otherwise the line of the statement
 * @param lineInStatement the number of lines between the first line of the statement and
 * that line
 * @param sql the statement
 * @param after for statements of the migrator: the author's statement before them
 */
public record FailurePlace(int operation, String purpose, int statement, int statements, int line, int lineInStatement,
		String sql, @Nullable FailurePlace after) {

	private static final int LINES_AROUND = 4;

	private static final int LINE_LENGTH = 400;

	public FailurePlace(int operation, String purpose, int statement, int statements, int line, int lineInStatement,
			String sql) {
		this(operation, purpose, statement, statements, line, lineInStatement, sql, null);
	}

	/**
	 * Creates the place of statements of the migrator that failed as a whole.
	 * @param purpose their purpose, as the end of the sentence "failed while ..."
	 * @param after the author's statement that came before
	 */
	public static FailurePlace own(String purpose, @Nullable FailurePlace after) {
		return new FailurePlace(-1, purpose, 0, 0, 0, 0, "", after);
	}

	public static FailurePlace unknown() {
		return new FailurePlace(-1, "talking to the server", 0, 0, 0, 0, "");
	}

	/**
	 * Creates the place of a COPY that failed, at the line of the data that the server
	 * names, or at the line of the statement.
	 */
	public static FailurePlace inCopy(int operation, int statement, int statements, CopyPiece copy, ServerError error) {
		return new FailurePlace(operation, "running it", statement, statements, copy.lineOf(error), 0, copy.text());
	}

	public boolean ofAuthor() {
		return this.operation >= 0;
	}

	/**
	 * Returns the statement, indented by four blanks, without passwords. A long statement
	 * is cut to the lines around the failure, and a long line to its beginning.
	 */
	String excerpt() {
		return excerpt(Secrets.maskStatement(this.sql));
	}

	/**
	 * Returns the same, but without literals if the error of the server is about a
	 * secret.
	 */
	public String excerpt(ServerError error) {
		return error.secret(this.sql) ? excerpt(Secrets.withoutLiterals(this.sql)) : excerpt();
	}

	private String excerpt(String shown) {
		List<String> lines = shown.lines().toList();
		int first = Math.max(0, Math.min(this.lineInStatement, lines.size() - 1) - LINES_AROUND);
		int last = Math.min(lines.size(), this.lineInStatement + LINES_AROUND + 1);
		StringBuilder text = new StringBuilder();
		if (first > 0) {
			text.append("    ...\n");
		}
		lines.subList(first, Math.max(first, last)).forEach((line) -> append(text, line));
		if (last < lines.size()) {
			text.append("    ...\n");
		}
		return text.toString().stripTrailing();
	}

	private static void append(StringBuilder text, String line) {
		boolean tooLong = line.length() > LINE_LENGTH;
		text.append("    ")
			.append(tooLong ? TextRule.whole(line.substring(0, LINE_LENGTH)) + " ..." : line)
			.append('\n');
	}

}
