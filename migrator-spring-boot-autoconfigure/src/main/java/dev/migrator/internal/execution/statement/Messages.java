package dev.migrator.internal.execution.statement;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.SqlPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.operation.ExecuteSql;
import org.jspecify.annotations.Nullable;

/**
 * Sends the messages of a revision in a transaction: one message, unless it grows too
 * long, or something comes between that cannot be part of one.
 */
public final class Messages {

	private final ServerConnection connection;

	private MessageDraft draft = new MessageDraft();

	private @Nullable CopyPiece copy;

	private int copyOperation;

	private int copyNumber;

	private int copyOf;

	public Messages(ServerConnection connection) {
		this.connection = connection;
	}

	/**
	 * Adds statements of the migrator's own.
	 * @param purpose their purpose, as the end of the sentence "failed while ..."
	 * @param sql the statements, each with a semicolon at its end
	 */
	public void own(String purpose, String sql) {
		this.draft.own(purpose, sql);
	}

	/**
	 * Adds an author's SQL: as it was read for the facts about its revision, if it was
	 * kept. A long SQL is read again, and sent while it is read.
	 * @param operation the index of the operation in its revision
	 * @param sql the SQL
	 * @param summary the facts about the revision
	 */
	public void author(int operation, ExecuteSql sql, RevisionSummary summary) {
		int statements = summary.statements().get(operation);
		Optional<StatementGroup> read = summary.read(operation);
		if (read.isPresent()) {
			author(operation, read.get(), 0, statements);
			return;
		}
		int before = 0;
		try (Reader reader = sql.source().open()) {
			SqlPieces pieces = new SqlPieces(reader);
			for (SqlPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
				if (piece instanceof CopyPiece data) {
					copy(operation, data, before + 1, statements);
				}
				else if (piece instanceof StatementGroup group) {
					author(operation, group, before, statements);
				}
				before += piece.statements();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void author(int operation, StatementGroup sql, int before, int of) {
		if (this.draft.isFullWith(sql)) {
			sendAndGoOn();
		}
		this.draft.author(operation, sql, before, of);
	}

	private void copy(int operation, CopyPiece data, int number, int of) {
		sendAndGoOn();
		this.copy = data;
		this.copyOperation = operation;
		this.copyNumber = number;
		this.copyOf = of;
		this.connection.copyIn(data.text(), data);
		this.copy = null;
		after(new FailurePlace(operation, "running it", number, of, data.line(), 0, data.text()));
	}

	/**
	 * Sends what has been added, before more follows. The server reads a whole message
	 * before it runs it: the settings of the role that RESET ALL restores take effect
	 * from the next message on.
	 */
	private void sendAndGoOn() {
		if (!this.draft.isEmpty()) {
			own("setting up the session", TransactionSql.READ_AS_CHECKED);
		}
		send();
	}

	/**
	 * Sends what has been added and not sent.
	 */
	public void send() {
		this.draft.send(this.connection);
		after(this.draft.last());
	}

	/**
	 * Records what was done since the last message.
	 */
	public void after(@Nullable FailurePlace done) {
		this.draft = new MessageDraft(done);
	}

	/**
	 * Finds the statement that failed.
	 */
	public FailurePlace locate(SqlFailure failure) {
		return (this.copy != null)
				? FailurePlace.inCopy(this.copyOperation, this.copyNumber, this.copyOf, this.copy, failure.error())
				: this.draft.locate(failure.error(), failure.completed());
	}

}
