package dev.migrator.internal.execution.statement;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.execution.words.FailurePlace;
import org.jspecify.annotations.Nullable;

/**
 * Builds a message: the migrator's own statements around those of an author, which are
 * added as they were written. Knows the part of the message to which a failure belongs.
 */
public final class MessageDraft {

	private final StringBuilder text = new StringBuilder();

	private final List<Part> parts = new ArrayList<>();

	private final @Nullable FailurePlace before;

	public MessageDraft() {
		this(null);
	}

	/**
	 * Begins a message.
	 * @param before the author's statement before it
	 */
	MessageDraft(@Nullable FailurePlace before) {
		this.before = before;
	}

	/**
	 * Adds statements of the migrator's own.
	 * @param purpose their purpose, as the end of the sentence "failed while ..."
	 * @param sql the statements, each with a semicolon at its end
	 */
	void own(String purpose, String sql) {
		this.parts.add(new Part(-1, purpose, this.text.length(), new StatementGroup(sql, 1, 0), 0, 0));
		this.text.append(sql);
	}

	/**
	 * Adds an author's SQL. The SQL may lack its last semicolon, or end in a line
	 * comment.
	 * @param operation the index of the operation in its revision
	 * @param sql the SQL
	 * @param before the number of statements of the operation before it
	 * @param of the number of statements of the operation
	 */
	public void author(int operation, StatementGroup sql, int before, int of) {
		this.parts.add(new Part(operation, "running it", this.text.length(), sql, before, of));
		this.text.append(sql.text()).append("\n;\n");
	}

	/**
	 * Returns whether a group should begin another message, because this one is full.
	 */
	boolean isFullWith(StatementGroup sql) {
		return this.parts.stream().anyMatch((part) -> part.operation() >= 0)
				&& this.text.length() + sql.text().length() > SqlPieces.SIZE;
	}

	boolean isEmpty() {
		return this.parts.isEmpty();
	}

	public void send(ServerConnection connection) {
		if (!this.text.isEmpty()) {
			connection.send(toString());
		}
	}

	/**
	 * Finds the statement that failed: by its position, which the server sends for errors
	 * that it finds before it runs a statement, or by the number of statements that it
	 * completed.
	 */
	public FailurePlace locate(ServerError error, int completed) {
		if (error.connectionCut()) {
			// The server does not send which statements it has completed until its buffer
			// is full.
			return FailurePlace.unknown();
		}
		int position = error.position();
		if (position > 0 && position <= this.text.codePointCount(0, this.text.length())) {
			return at(this.text.offsetByCodePoints(0, position - 1), error.syntaxError());
		}
		int statement = completed;
		for (Part part : this.parts) {
			List<SqlStatement> statements = part.statements();
			if (statement < statements.size()) {
				return place(part, statements, statement, statements.get(statement).start());
			}
			statement -= statements.size();
		}
		return FailurePlace.unknown();
	}

	/**
	 * If the end of the author's SQL is missing, the server finds the error in the text
	 * after it.
	 */
	private FailurePlace at(int offset, boolean syntaxError) {
		Part part = this.parts.get(0);
		for (Part candidate : this.parts) {
			boolean possible = candidate.operation() >= 0 || !syntaxError;
			part = (possible && candidate.start() <= offset) ? candidate : part;
		}
		int local = offset - part.start();
		List<SqlStatement> statements = part.statements();
		int index = 0;
		while (index < statements.size() - 1 && statements.get(index).end() < local) {
			index++;
		}
		return place(part, statements, index, local);
	}

	/**
	 * Returns the last statement of the author.
	 */
	@Nullable FailurePlace last() {
		return lastBefore(this.text.length() + 1);
	}

	private @Nullable FailurePlace lastBefore(int offset) {
		FailurePlace last = this.before;
		for (Part part : this.parts) {
			List<SqlStatement> statements = (part.operation() >= 0 && part.start() < offset) ? part.statements()
					: List.of();
			if (!statements.isEmpty()) {
				SqlStatement statement = statements.get(statements.size() - 1);
				last = new FailurePlace(part.operation(), part.purpose(), part.before() + statements.size(), part.of(),
						statement.line(), 0, statement.in(part.sql().text()));
			}
		}
		return last;
	}

	private FailurePlace place(Part part, List<SqlStatement> statements, int index, long offset) {
		if (statements.isEmpty()) {
			return FailurePlace.unknown();
		}
		SqlStatement statement = statements.get(index);
		String text = part.sql().text();
		int line = statement.line() + lineBreaks(text, statement.start(), Math.min(offset, statement.end()));
		int of = (part.operation() >= 0) ? part.of() : statements.size();
		return new FailurePlace(part.operation(), part.purpose(), part.before() + index + 1, of, line,
				line - statement.line(), statement.in(text), (part.operation() < 0) ? lastBefore(part.start()) : null);
	}

	private static int lineBreaks(String sql, long from, long to) {
		int count = 0;
		for (int i = (int) from; i < to; i++) {
			char c = sql.charAt(i);
			if (c == '\n' || (c == '\r' && (i + 1 == sql.length() || sql.charAt(i + 1) != '\n'))) {
				count++;
			}
		}
		return count;
	}

	/**
	 * Returns the text of the message.
	 */
	@Override
	public String toString() {
		return this.text.toString();
	}

	private record Part(int operation, String purpose, int start, StatementGroup sql, int before, int of) {

		List<SqlStatement> statements() {
			return this.sql.find();
		}

	}

}
