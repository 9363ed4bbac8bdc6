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
 * An error of the server, or of the driver if the server cannot be reached any more.
 *
 * @param sqlState the SQLSTATE, or five question marks if there is none
 * @param message the primary message
 * @param detail the detail, if there is one
 * @param hint the hint, if there is one
 * @param where the context, if there is one: the line of a function, for instance
 * @param position the position in the message that was sent, counted in code points from
 * 1, or 0 if the server did not give one
 * @param origin the subject and the author of the error
 */
public record ServerError(String sqlState, String message, @Nullable String detail, @Nullable String hint,
		@Nullable String where, int position, ErrorOrigin origin) {

	private static final Pattern QUOTED = Pattern.compile("[\"\u00ab\u201e\u201c]([^\"\u00bb\u201c\u201d]+)");

	/**
	 * Creates an error of which nothing more is known.
	 */
	public ServerError(String sqlState, String message, @Nullable String detail, @Nullable String hint,
			@Nullable String where, int position) {
		this(sqlState, message, detail, hint, where, position, ErrorOrigin.UNKNOWN);
	}

	/**
	 * Reads an exception of the driver.
	 * @param exception the exception
	 * @return the error of the server, or of the driver if the server did not send one
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
	 * Returns whether the object that was to be created exists already.
	 * @return {@code true} for a duplicate table or a duplicate object
	 */
	public boolean objectExists() {
		return "42P07".equals(this.sqlState) || "42710".equals(this.sqlState);
	}

	/**
	 * Returns whether the column that was to be added exists already.
	 * @return {@code true} for a duplicate column
	 */
	public boolean columnExists() {
		return "42701".equals(this.sqlState);
	}

	/**
	 * Returns whether existing rows violate what a statement requires.
	 * @return {@code true} for the class 23, a constraint that rows violate
	 */
	public boolean rowsViolate() {
		return this.sqlState.startsWith("23");
	}

	/**
	 * Returns whether a value of some row is the cause, so that the same statement may
	 * succeed with other rows.
	 * @return {@code true} for the classes 22, an impossible value, and 23
	 */
	public boolean ofRows() {
		return this.sqlState.startsWith("22") || rowsViolate();
	}

	/**
	 * Returns the first name that the message quotes.
	 * @return the name, or an empty text if it quotes none
	 */
	public String quoted() {
		Matcher quoted = QUOTED.matcher(this.message);
		return quoted.find() ? quoted.group(1) : "";
	}

	/**
	 * Returns whether another session created the same object at the same moment. IF NOT
	 * EXISTS does not prevent this failure.
	 * @return {@code true} for an object, a schema or a row of the catalog that was just
	 * created
	 */
	public boolean createdMeanwhile() {
		return objectExists() || "42P06".equals(this.sqlState) || "23505".equals(this.sqlState);
	}

	/**
	 * Returns whether a table (or another relation) that a statement names does not
	 * exist.
	 * @return {@code true} for an undefined table
	 */
	public boolean tableMissing() {
		return "42P01".equals(this.sqlState);
	}

	/**
	 * Returns whether a column that a statement names does not exist.
	 * @return {@code true} for an undefined column
	 */
	public boolean columnMissing() {
		return "42703".equals(this.sqlState);
	}

	/**
	 * Returns whether a schema that a statement names does not exist.
	 * @return {@code true} for an invalid schema name
	 */
	public boolean schemaMissing() {
		return "3F000".equals(this.sqlState);
	}

	/**
	 * Returns whether something that a statement names does not exist: a table, a column,
	 * a type, a function, a schema.
	 * @return {@code true} for an undefined object of any kind
	 */
	public boolean objectMissing() {
		return tableMissing() || schemaMissing() || Set.of("42703", "42704", "42883").contains(this.sqlState);
	}

	/**
	 * Returns whether a table that a statement names has another structure than the
	 * statement expects.
	 * @return {@code true} for an undefined column, or a column whose type does not fit
	 */
	public boolean shapeDiffers() {
		return Set.of("42703", "42883", "42804", "42846").contains(this.sqlState);
	}

	/**
	 * Returns whether a retry may succeed: after a lock timeout, a deadlock, a
	 * serialization failure. Not after a statement timeout.
	 * @return {@code true} for 55P03, 40P01 and 40001
	 */
	public boolean retryable() {
		return Set.of("55P03", "40P01", "40001").contains(this.sqlState);
	}

	/**
	 * Returns whether the statement was cancelled: by a person, or because it took too
	 * long.
	 * @return {@code true} for 57014
	 */
	public boolean cancelled() {
		return "57014".equals(this.sqlState);
	}

	/**
	 * Returns whether the cause is outside of the statement: a lock, a deadlock, a lack
	 * of space or memory, a cancellation, a system error, the connection.
	 * @return {@code true} for {@linkplain #retryable() what a retry may resolve}, 57014,
	 * 57P01 to 57P04 and the classes 08, 53 and 58
	 */
	public boolean fromOutside() {
		return retryable() || cancelled() || Set.of("57P01", "57P02", "57P03", "57P04").contains(this.sqlState)
				|| Stream.of("08", "53", "58").anyMatch(this.sqlState::startsWith);
	}

	/**
	 * Returns whether a lock could not be taken in time.
	 * @return {@code true} for 55P03
	 */
	public boolean lockNotAvailable() {
		return "55P03".equals(this.sqlState);
	}

	/**
	 * Returns whether the server has no space for more locks.
	 * @return {@code true} for 53200, which the server also reports for a lack of other
	 * memory
	 */
	public boolean outOfSharedMemory() {
		return "53200".equals(this.sqlState);
	}

	/**
	 * Returns whether the driver, not the server, reported the error, because the
	 * connection was cut.
	 * @return {@code true} for the class 08
	 */
	public boolean connectionCut() {
		return this.sqlState.startsWith("08");
	}

	/**
	 * Returns the setting because of which the driver closed the connection: the driver
	 * cannot work with its value.
	 * @return its name, or an empty text if there was another cause
	 */
	public String givenUpOver() {
		return !connectionCut() ? ""
				: Stream.of("DateStyle", "client_encoding", "standard_conforming_strings")
					.filter(this.message::contains)
					.findFirst()
					.orElse("");
	}

	/**
	 * Returns whether a constraint is violated. A deferred constraint is violated at the
	 * end of the transaction.
	 * @return {@code true} for the class 23
	 */
	public boolean constraintViolated() {
		return this.sqlState.startsWith("23");
	}

	/**
	 * Returns whether the role lacks a right.
	 * @return {@code true} for insufficient privilege
	 */
	public boolean forbidden() {
		return "42501".equals(this.sqlState);
	}

	/**
	 * Returns the timeout setting because of which the server ended the session.
	 * @return its name, or an empty text if there was another cause
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
	 * Returns whether the server cannot accept another session.
	 * @return {@code true} for 53300
	 */
	public boolean outOfConnections() {
		return "53300".equals(this.sqlState);
	}

	/**
	 * Returns whether a write was tried in a read-only transaction.
	 * @return {@code true} for 25006
	 */
	public boolean readOnly() {
		return "25006".equals(this.sqlState);
	}

	/**
	 * Returns whether the server refused the login.
	 * @return {@code true} for the class 28, for a missing right to connect, and for the
	 * driver's error about a missing password
	 */
	public boolean loginRefused() {
		return this.sqlState.startsWith("28") || forbidden() || "08004".equals(this.sqlState);
	}

	/**
	 * Returns whether the given database does not exist.
	 * @return {@code true} for an unknown catalog name
	 */
	public boolean databaseMissing() {
		return "3D000".equals(this.sqlState);
	}

	/**
	 * Returns whether the server could not parse the message.
	 * @return {@code true} for a syntax error
	 */
	public boolean syntaxError() {
		return "42601".equals(this.sqlState);
	}

	/**
	 * Returns whether a number was divided by zero. The migrator's own statements report
	 * in this way that they did not match exactly one row.
	 * @return {@code true} for a division by zero
	 */
	public boolean divisionByZero() {
		return "22012".equals(this.sqlState);
	}

	/**
	 * Returns whether a value of an enum was used in the transaction that adds it.
	 * @return {@code true} for an unsafe use of a new value
	 */
	public boolean newEnumValueUsed() {
		return "55P04".equals(this.sqlState);
	}

	/**
	 * Returns whether a statement cannot run in a transaction block. Inside a function
	 * (its context is {@code SQL statement ...} or {@code PL/pgSQL function ...}, in any
	 * language) it would not run without a transaction block either.
	 * @return {@code true} for a statement that must run without a transaction
	 */
	public boolean transactionInTheWay() {
		return "25001".equals(this.sqlState) && (this.where == null || !this.where.contains("SQL"));
	}

	/**
	 * Returns whether the code of a procedure tried to end the transaction in which it
	 * was called.
	 * @return {@code true} for an invalid termination of a transaction
	 */
	public boolean terminatesTransaction() {
		return "2D000".equals(this.sqlState);
	}

	/**
	 * Returns the table that the error is about, or from which it quotes a row.
	 * @return its name without a schema, or {@code null} if the server does not name it
	 */
	public @Nullable String table() {
		String copied = ErrorText.copiedTable(this);
		return (copied != null) ? copied : this.origin.table();
	}

	/**
	 * Returns whether the error quotes a row without the names of its columns.
	 * @return {@code true} for a row that breaks a rule of its table
	 */
	public boolean quotesRow() {
		return this.detail != null && Set.of("23502", "23514", "44000").contains(this.sqlState);
	}

	/**
	 * Marks the values of the statement as possible secrets, although it does not mention
	 * any.
	 * @return the error, which is shown without values
	 */
	public ServerError withSecrets() {
		return new ServerError(this.sqlState, this.message, this.detail, this.hint, this.where, this.position,
				this.origin.withSecrets());
	}

	/**
	 * Returns whether the statement or the error mentions a secret.
	 * @param sql the statement that failed, as far as it is known
	 * @return whether both are shown without values
	 */
	public boolean secret(String sql) {
		return new ErrorText(this, sql).secret();
	}

	/**
	 * Formats the error as a block of lines for a person, indented by two spaces.
	 * @return message with SQLSTATE, then detail, hint and context if they exist
	 */
	public String describe() {
		return describe("");
	}

	/**
	 * Formats the error as a block of lines for a person, indented by two spaces. Leaves
	 * the values out if the statement or the error mentions a secret.
	 * @param sql the statement that failed, as far as it is known
	 * @return message with SQLSTATE, then detail, hint and context if they exist
	 */
	public String describe(String sql) {
		return new ErrorText(this, sql).describe();
	}

	/**
	 * Returns only the message.
	 * @return the message, without values if the error mentions a secret
	 */
	public String describeMessage() {
		return Shortened.of(Printable.line(new ErrorText(this, "").message()));
	}

	/**
	 * Hides the same values in the exception of the driver as {@link #describe(String)}
	 * hides: a stack trace contains the messages of its causes.
	 * @param sql the statement that failed, as far as it is known
	 * @param cause the exception of the driver
	 * @return the cause, or a replacement that says no more than the description
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
