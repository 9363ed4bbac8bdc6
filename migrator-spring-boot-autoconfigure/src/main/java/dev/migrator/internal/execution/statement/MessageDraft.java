package dev.migrator.internal.execution.statement;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.connection.StatementGroup;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.lexer.SqlStatement;
import dev.migrator.internal.execution.words.FailurePlace;
import org.jspecify.annotations.Nullable;

/**
 * A message in the making: the migrator's own statements around those of an author, which
 * go into it as they were written. Knows which part of it a failure belongs to.
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
	 * @param before the author's statement that came before it
	 */
	MessageDraft(@Nullable FailurePlace before) {
		this.before = before;
	}

	/**
	 * Adds statements of the migrator's own.
	 * @param purpose what they are for, as the end of the sentence "failed while ..."
	 * @param sql the statements, each ended by a semicolon
	 */
	void own(String purpose, String sql) {
		this.parts.add(new Part(-1, purpose, this.text.length(), new StatementGroup(sql, 1, 0), 0, 0));
		this.text.append(sql);
	}

	/**
	 * Adds an author's SQL. What ends it is not part of it: it may lack its last
	 * semicolon, or end in a line comment.
	 * @param operation the index of the operation in its revision
	 * @param sql the SQL
	 * @param before how many statements of the operation come before it
	 * @param of how many statements the operation has
	 */
	public void author(int operation, StatementGroup sql, int before, int of) {
		this.parts.add(new Part(operation, "running it", this.text.length(), sql, before, of));
		this.text.append(sql.text()).append("\n;\n");
	}

	/**
	 * Whether a group should rather begin another message.
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
	 * Finds what failed: by its position, which the server sends for errors that it finds
	 * before it runs a statement, or else by the number of statements that it completed.
	 */
	public FailurePlace locate(ServerError error, int completed) {
		if (error.connectionCut()) {
			// The server keeps what it has completed to itself until its buffer is full.
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
	 * Where the author's SQL lacks its end, the server stumbles over what stands behind.
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
	 * The author's statement that came last.
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
	 * The text of the message.
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
