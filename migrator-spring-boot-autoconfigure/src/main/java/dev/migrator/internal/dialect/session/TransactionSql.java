package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Writes the statements that begin, end and divide the transactions of the migrator.
 */
public final class TransactionSql {

	/** Begins a transaction. */
	public static final String BEGIN = "BEGIN;";

	/**
	 * Begins a transaction that writes, even if a script has made transactions read-only
	 * by default.
	 */
	public static final String BEGIN_TO_WRITE = "BEGIN READ WRITE;";

	/** Begins a transaction that sees the state of one moment, and changes nothing. */
	public static final String BEGIN_TO_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;";

	/** Ends a transaction, and keeps its changes. */
	public static final String COMMIT = "COMMIT;";

	/** Ends a transaction, and discards its changes. */
	public static final String ROLLBACK = "ROLLBACK;";

	/** Makes the server check deferred constraints at once. */
	public static final String CHECK_DEFERRED = "SET CONSTRAINTS ALL IMMEDIATE;";

	/** Defers constraints again, in the same transaction. */
	public static final String DEFER_AGAIN = "SET CONSTRAINTS ALL DEFERRED;";

	/** Makes the server read the rest of a message in the same way as the inspection. */
	public static final String READ_AS_CHECKED = "SET standard_conforming_strings = on;";

	/**
	 * Suppresses the notices for objects that are dropped with another one, to the end of
	 * the transaction.
	 */
	public static final String WITHOUT_NOTICES = "SET LOCAL client_min_messages = warning;";

	/**
	 * Allows functions to be created before the objects that they use, to the end of the
	 * transaction.
	 */
	public static final String WITHOUT_BODIES = "SET LOCAL check_function_bodies = off;";

	/** Like {@link #WITHOUT_BODIES}, for a file that is run without a transaction too. */
	public static final String FILE_WITHOUT_BODIES = "SET check_function_bodies = off;";

	/** Ends {@link #WITHOUT_BODIES}. */
	public static final String WITH_BODIES = "SET LOCAL check_function_bodies = on;";

	/** The begin of the open transaction, as an expression. */
	public static final String ITS_BEGIN = "transaction_timestamp()";

	private static final String SAVEPOINT = "migrator_record";

	/** Begins statements that may be taken back without the rest of the transaction. */
	public static final String BEGIN_PART = "SAVEPOINT migrator_part;";

	/** Takes back what was done since {@link #BEGIN_PART}, which may be tried again. */
	public static final String TAKE_PART_BACK = "ROLLBACK TO SAVEPOINT migrator_part;";

	/** Keeps what was done since {@link #BEGIN_PART}. */
	public static final String KEEP_PART = "RELEASE SAVEPOINT migrator_part;";

	private TransactionSql() {
	}

	/**
	 * Puts statements into one transaction.
	 * @param sql the statements, each ended by a semicolon
	 * @return the message
	 */
	public static String alone(String sql) {
		return BEGIN + sql + COMMIT;
	}

	/**
	 * Puts statements between savepoints of an open transaction, so that the transaction
	 * survives their failure.
	 * @param sql the statements, each ended by a semicolon
	 * @return the message
	 */
	public static String divided(String sql) {
		return "SAVEPOINT " + SAVEPOINT + ";" + sql + "RELEASE SAVEPOINT " + SAVEPOINT;
	}

	/**
	 * Rolls the failed statements of {@link #divided} back.
	 * @return the message
	 */
	public static String takeBackDivided() {
		return "ROLLBACK TO SAVEPOINT " + SAVEPOINT;
	}

	/**
	 * Returns the current time as an expression that stays the same.
	 * @param connection the session, in a transaction
	 * @param before statements to run first, each ended by a semicolon
	 * @return the expression
	 */
	public static String now(ServerConnection connection, String before) {
		return SqlText.literal(connection.query(before + "SELECT clock_timestamp()").get(0).required(0))
				+ "::timestamptz";
	}

}
