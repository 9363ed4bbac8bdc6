package dev.migrator.internal.dialect.error;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.problem.Shortened;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server (or the driver, when there is no server any more) said of a failure.
 *
 * @param sqlState the SQLSTATE, or five question marks if there is none
 * @param message the primary message
 * @param detail the detail, if there is one
 * @param hint the hint, if there is one
 * @param where the context, if there is one: the line of a function, for instance
 * @param position where in the message that was sent, counted in code points from 1, or 0
 * if the server did not say
 * @param origin what it is about, and who worded it
 */
public record ServerError(String sqlState, String message, @Nullable String detail, @Nullable String hint,
		@Nullable String where, int position, ErrorOrigin origin) {

	private static final Pattern QUOTED = Pattern.compile("[\"\u00ab\u201e\u201c]([^\"\u00bb\u201c\u201d]+)");

	/**
	 * An error of which nothing more is known.
	 */
	public ServerError(String sqlState, String message, @Nullable String detail, @Nullable String hint,
			@Nullable String where, int position) {
		this(sqlState, message, detail, hint, where, position, ErrorOrigin.UNKNOWN);
	}

	/**
	 * Reads an exception of the driver.
	 * @param exception the exception
	 * @return what the server said, or what the driver says if it was not the server
	 */
	public static ServerError of(SQLException exception) {
		String state = (exception.getSQLState() != null) ? exception.getSQLState() : "?????";
		if (exception instanceof PSQLException failure && failure.getServerErrorMessage() != null) {
			ServerErrorMessage said = failure.getServerErrorMessage();
			String message = (said.getMessage() != null) ? said.getMessage() : "";
			return new ServerError(state, message, said.getDetail(), said.getHint(), said.getWhere(),
					said.getPosition(), ErrorOrigin.of(said));
		}
		String message = (exception.getMessage() != null) ? exception.getMessage() : exception.toString();
		return new ServerError(state, message, null, null, null, 0);
	}

	/**
	 * Whether the object that was to be created is already there.
	 * @return {@code true} for a duplicate table or a duplicate object
	 */
	public boolean objectExists() {
		return "42P07".equals(this.sqlState) || "42710".equals(this.sqlState);
	}

	/**
	 * Whether the column that was to be added is already there.
	 * @return {@code true} for a duplicate column
	 */
	public boolean columnExists() {
		return "42701".equals(this.sqlState);
	}

	/**
	 * Whether the rows that are there do not fit what a statement wants of them.
	 * @return {@code true} for the class 23, a constraint that rows violate
	 */
	public boolean rowsViolate() {
		return this.sqlState.startsWith("23");
	}

	/**
	 * Whether a value of some row is at fault, so that the same may succeed with other
	 * rows.
	 * @return {@code true} for the classes 22, a value that cannot be, and 23
	 */
	public boolean ofRows() {
		return this.sqlState.startsWith("22") || rowsViolate();
	}

	/**
	 * The first name that the message quotes.
	 * @return the name, or an empty text if it quotes none
	 */
	public String quoted() {
		Matcher quoted = QUOTED.matcher(this.message);
		return quoted.find() ? quoted.group(1) : "";
	}

	/**
	 * Whether somebody else created the same at the same moment: IF NOT EXISTS does not
	 * keep that from failing.
	 * @return {@code true} for an object, a schema or a row of the catalog that was just
	 * created
	 */
	public boolean createdMeanwhile() {
		return objectExists() || "42P06".equals(this.sqlState) || "23505".equals(this.sqlState);
	}

	/**
	 * Whether a table (or another relation) that a statement names does not exist.
	 * @return {@code true} for an undefined table
	 */
	public boolean tableMissing() {
		return "42P01".equals(this.sqlState);
	}

	/**
	 * Whether a column that a statement names does not exist.
	 * @return {@code true} for an undefined column
	 */
	public boolean columnMissing() {
		return "42703".equals(this.sqlState);
	}

	/**
	 * Whether a schema that a statement names does not exist.
	 * @return {@code true} for an invalid schema name
	 */
	public boolean schemaMissing() {
		return "3F000".equals(this.sqlState);
	}

	/**
	 * Whether something that a statement names does not exist: a table, a column, a type,
	 * a function, a schema.
	 * @return {@code true} for an undefined object of any kind
	 */
	public boolean objectMissing() {
		return tableMissing() || schemaMissing() || Set.of("42703", "42704", "42883").contains(this.sqlState);
	}

	/**
	 * Whether a table that a statement names has another shape than it expects.
	 * @return {@code true} for an undefined column, or one of a type that does not fit
	 */
	public boolean shapeDiffers() {
		return Set.of("42703", "42883", "42804", "42846").contains(this.sqlState);
	}

	/**
	 * Whether the same may succeed when it is tried again: a lock that was not to be had
	 * in time, a deadlock, a serialization failure. Not a statement that took too long.
	 * @return {@code true} for 55P03, 40P01 and 40001
	 */
	public boolean retryable() {
		return Set.of("55P03", "40P01", "40001").contains(this.sqlState);
	}

	/**
	 * Whether the statement was cancelled: by somebody, or because it took too long.
	 * @return {@code true} for 57014
	 */
	public boolean cancelled() {
		return "57014".equals(this.sqlState);
	}

	/**
	 * Whether the cause lies outside of the statement: a lock, a deadlock, a lack of room
	 * or memory, somebody who cancelled it, a fault of the system, the connection.
	 * @return {@code true} for what {@linkplain #retryable() may succeed} when it is
	 * tried again, 57014, 57P01 to 57P04 and the classes 08, 53 and 58
	 */
	public boolean fromOutside() {
		return retryable() || cancelled() || Set.of("57P01", "57P02", "57P03", "57P04").contains(this.sqlState)
				|| Stream.of("08", "53", "58").anyMatch(this.sqlState::startsWith);
	}

	/**
	 * Whether a lock was not to be had in time.
	 * @return {@code true} for 55P03
	 */
	public boolean lockNotAvailable() {
		return "55P03".equals(this.sqlState);
	}

	/**
	 * Whether the server has no room for more locks.
	 * @return {@code true} for 53200, which it says of a lack of other memory too
	 */
	public boolean outOfSharedMemory() {
		return "53200".equals(this.sqlState);
	}

	/**
	 * Whether it was not the server that spoke, but the driver, which found the
	 * connection cut.
	 * @return {@code true} for the class 08
	 */
	public boolean connectionCut() {
		return this.sqlState.startsWith("08");
	}

	/**
	 * The setting over which the driver gave up the connection, because it cannot live
	 * with the value that it got.
	 * @return its name, or an empty text if that is not what happened
	 */
	public String givenUpOver() {
		return !connectionCut() ? ""
				: Stream.of("DateStyle", "client_encoding", "standard_conforming_strings")
					.filter(this.message::contains)
					.findFirst()
					.orElse("");
	}

	/**
	 * Whether a constraint is violated, which a deferred one is at the end of the
	 * transaction.
	 * @return {@code true} for the class 23
	 */
	public boolean constraintViolated() {
		return this.sqlState.startsWith("23");
	}

	/**
	 * Whether the role lacks a right.
	 * @return {@code true} for insufficient privilege
	 */
	public boolean forbidden() {
		return "42501".equals(this.sqlState);
	}

	/**
	 * The setting of the session whose time was over, so that the server ended the
	 * session.
	 * @return its name, or an empty text if that is not what happened
	 */
	public String timeout() {
		return switch (this.sqlState) {
			case "25P04" -> "transaction_timeout";
			case "25P03" -> "idle_in_transaction_session_timeout";
			case "57P05" -> "idle_session_timeout";
			default -> "";
		};
	}

	/**
	 * Whether the server has no room for another session.
	 * @return {@code true} for 53300
	 */
	public boolean outOfConnections() {
		return "53300".equals(this.sqlState);
	}

	/**
	 * Whether something was to be written in a transaction that only reads.
	 * @return {@code true} for 25006
	 */
	public boolean readOnly() {
		return "25006".equals(this.sqlState);
	}

	/**
	 * Whether the server did not let the user in.
	 * @return {@code true} for the class 28, for a lack of the right to connect, and for
	 * what the driver says of a password that it was not given
	 */
	public boolean loginRefused() {
		return this.sqlState.startsWith("28") || forbidden() || "08004".equals(this.sqlState);
	}

	/**
	 * Whether the server has no database of the name that was given.
	 * @return {@code true} for an unknown catalog name
	 */
	public boolean databaseMissing() {
		return "3D000".equals(this.sqlState);
	}

	/**
	 * Whether the server could not parse the message.
	 * @return {@code true} for a syntax error
	 */
	public boolean syntaxError() {
		return "42601".equals(this.sqlState);
	}

	/**
	 * Whether a number was divided by zero, which is how a statement of the migrator's
	 * own says that it did not match exactly one row.
	 * @return {@code true} for a division by zero
	 */
	public boolean divisionByZero() {
		return "22012".equals(this.sqlState);
	}

	/**
	 * Whether a value of an enum was used in the transaction that adds it.
	 * @return {@code true} for an unsafe use of a new value
	 */
	public boolean newEnumValueUsed() {
		return "55P04".equals(this.sqlState);
	}

	/**
	 * Whether a statement does not run in a transaction block. From within a function
	 * (whose context is {@code SQL statement ...} or {@code PL/pgSQL function ...}, in
	 * any language) it would not run without one either.
	 * @return {@code true} for a statement that wants no transaction around it
	 */
	public boolean transactionInTheWay() {
		return "25001".equals(this.sqlState) && (this.where == null || !this.where.contains("SQL"));
	}

	/**
	 * Whether code of a procedure wanted to end the transaction that it was called in.
	 * @return {@code true} for an invalid termination of a transaction
	 */
	public boolean terminatesTransaction() {
		return "2D000".equals(this.sqlState);
	}

	/**
	 * The table that the error is about, or of which it quotes a row.
	 * @return its name without a schema, or {@code null} if the server does not say
	 */
	public @Nullable String table() {
		String copied = ErrorText.copiedTable(this);
		return (copied != null) ? copied : this.origin.table();
	}

	/**
	 * Whether it quotes a row without the names of its columns.
	 * @return {@code true} for a row that breaks a rule of its table
	 */
	public boolean quotesRow() {
		return this.detail != null && Set.of("23502", "23514", "44000").contains(this.sqlState);
	}

	/**
	 * Makes known that the values of the statement may be secrets, though it does not
	 * speak of any.
	 * @return the error, which is shown without values
	 */
	public ServerError withSecrets() {
		return new ServerError(this.sqlState, this.message, this.detail, this.hint, this.where, this.position,
				this.origin.withSecrets());
	}

	/**
	 * Whether the statement or the error speaks of a secret.
	 * @param sql the statement that failed, as far as it is known
	 * @return whether both are shown without values
	 */
	public boolean secret(String sql) {
		return new ErrorText(this, sql).secret();
	}

	/**
	 * The error as a block of lines for a person, indented by two blanks.
	 * @return message with SQLSTATE, then detail, hint and context where there are any
	 */
	public String describe() {
		return describe("");
	}

	/**
	 * The error as a block of lines for a person, indented by two blanks, without values
	 * if the statement or the error speaks of a secret.
	 * @param sql the statement that failed, as far as it is known
	 * @return message with SQLSTATE, then detail, hint and context where there are any
	 */
	public String describe(String sql) {
		return new ErrorText(this, sql).describe();
	}

	/**
	 * The message alone.
	 * @return the message without values if the error speaks of a secret
	 */
	public String describeMessage() {
		return Shortened.of(Printable.line(new ErrorText(this, "").message()));
	}

	/**
	 * Keeps what the driver threw from being shown with values that
	 * {@link #describe(String)} hides: a stack trace has the messages of its causes.
	 * @param sql the statement that failed, as far as it is known
	 * @param cause what was thrown
	 * @return the cause, or one in its place that says no more than the description
	 */
	public Throwable shownCause(String sql, Throwable cause) {
		ErrorText text = new ErrorText(this, sql);
		if (!text.secret()) {
			return cause;
		}
		SQLException shown = new SQLException(text.describe().strip(), this.sqlState);
		shown.setStackTrace(cause.getStackTrace());
		return shown;
	}

}
