package dev.migrator.internal.execution.statement;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.inspection.ScriptInspection;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.operation.DataMigration;

/**
 * One statement, or one data change, of a revision without a transaction.
 *
 * @param operation the index of its operation
 * @param number its number among all of the revision, from 1
 * @param of the number of statements
 * @param line the line of the operation's text at which it begins, from 1
 * @param text the statement, or the purpose of the data change
 * @param concurrently whether it is a statement that runs CONCURRENTLY
 * @param copy the statement with its data, if it is a COPY FROM STDIN
 * @param data the data change, if it is one
 */
public record RevisionStatement(int operation, int number, int of, int line, String text, boolean concurrently,
		Optional<CopyPiece> copy, Optional<DataMigration> data) {

	private static final Pattern SETTING = Pattern.compile("^(?:set|reset)\\b|^select\\b.*\\bset_config\\s*\\(",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/**
	 * SET LOCAL alone sets nothing, but would set something in a transaction with its
	 * record.
	 */
	private static final Pattern LOCAL = Pattern.compile("^set\\s+local\\b", Pattern.CASE_INSENSITIVE);

	static RevisionStatement statement(int operation, int number, int of, SqlStatement statement, String text) {
		return new RevisionStatement(operation, number, of, statement.line(), text,
				statement.words().contains("CONCURRENTLY"), Optional.empty(), Optional.empty());
	}

	static RevisionStatement copy(int operation, int number, int of, CopyPiece copy) {
		return new RevisionStatement(operation, number, of, copy.line(), copy.text(), false, Optional.of(copy),
				Optional.empty());
	}

	static RevisionStatement data(int operation, int number, int of, DataMigration data) {
		return new RevisionStatement(operation, number, of, 1, data.why(), false, Optional.empty(), Optional.of(data));
	}

	/**
	 * Returns whether it can be run again after a failure: the data of a COPY is read
	 * only once, and code may have committed something before it failed.
	 */
	public boolean repeatable() {
		return this.copy.isEmpty() && !autocommit();
	}

	private boolean autocommit() {
		return this.data.isPresent() && this.data.get().autocommit();
	}

	/**
	 * Returns whether it can be in one transaction with its record.
	 */
	public boolean mayShareATransaction() {
		return this.copy.isPresent() || (this.data.isPresent() ? !autocommit()
				: !LOCAL.matcher(this.text).find() && ScriptInspection.mayBeInTransaction(this.text));
	}

	/**
	 * Returns whether it can be in one transaction with its record, no matter what the
	 * database has.
	 */
	public boolean surelySharesATransaction() {
		return mayShareATransaction() && (this.copy.isPresent() || !ScriptInspection.onlyTheServerKnows(this.text));
	}

	/**
	 * Returns whether it commits a transaction that the script has begun.
	 */
	public boolean commits() {
		return this.data.isEmpty() && ScriptInspection.commits(this.text);
	}

	/**
	 * Returns whether its effect ends with the session.
	 */
	boolean setsTheSession() {
		return this.data.isEmpty() && SETTING.matcher(this.text).find();
	}

	/**
	 * Returns its place in the script.
	 */
	public FailurePlace place() {
		return place(this.data.isPresent() ? 0 : this.number);
	}

	private FailurePlace place(int statement) {
		return new FailurePlace(this.operation, "running it", statement, this.of, this.line, 0, this.text);
	}

	/**
	 * Returns the place of its failure.
	 * @param error the error of the server
	 * @param before the text before it in the message
	 */
	public FailurePlace place(ServerError error, String before) {
		if (this.copy.isPresent()) {
			return FailurePlace.inCopy(this.operation, this.number, this.of, this.copy.get(), error);
		}
		FailurePlace whole = place(this.number);
		if (this.data.isPresent()) {
			return whole;
		}
		MessageDraft message = new MessageDraft();
		message.own("beginning a transaction", before);
		message.author(this.operation, new StatementGroup(this.text, this.line, 1), this.number - 1, this.of);
		FailurePlace place = message.locate(error, 0);
		return place.ofAuthor() ? place : whole;
	}

}
