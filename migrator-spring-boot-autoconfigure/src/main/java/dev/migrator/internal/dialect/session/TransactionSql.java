package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * What begins, ends and divides the transactions of the migrator.
 */
public final class TransactionSql {

	/** Begins one. */
	public static final String BEGIN = "BEGIN;";

	/** Begins one that writes, where a script may have let transactions only read. */
	public static final String BEGIN_TO_WRITE = "BEGIN READ WRITE;";

	/** Ends one, and keeps what it did. */
	public static final String COMMIT = "COMMIT;";

	/** Ends one, and keeps nothing. */
	public static final String ROLLBACK = "ROLLBACK;";

	/** Has the server look at once at constraints that were deferred. */
	public static final String CHECK_DEFERRED = "SET CONSTRAINTS ALL IMMEDIATE;";

	/** Lets constraints be deferred again, in the same transaction. */
	public static final String DEFER_AGAIN = "SET CONSTRAINTS ALL DEFERRED;";

	/** Lets the rest of a message be read as it was looked at. */
	public static final String READ_AS_CHECKED = "SET standard_conforming_strings = on;";

	/**
	 * Spares a notice for each object that goes with another, to the end of the
	 * transaction.
	 */
	public static final String WITHOUT_NOTICES = "SET LOCAL client_min_messages = warning;";

	/** Lets functions be created before what they use, to the end of the transaction. */
	public static final String WITHOUT_BODIES = "SET LOCAL check_function_bodies = off;";

	/** When the open transaction began, as an expression. */
	public static final String ITS_BEGIN = "transaction_timestamp()";

	private static final String SAVEPOINT = "migrator_record";

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
	 * Puts statements between savepoints of an open transaction, so that it outlives
	 * their failure.
	 * @param sql the statements, each ended by a semicolon
	 * @return the message
	 */
	public static String divided(String sql) {
		return "SAVEPOINT " + SAVEPOINT + ";" + sql + "RELEASE SAVEPOINT " + SAVEPOINT;
	}

	/**
	 * Takes back what failed in {@link #divided}.
	 * @return the message
	 */
	public static String takeBackDivided() {
		return "ROLLBACK TO SAVEPOINT " + SAVEPOINT;
	}

	/**
	 * The time now as an expression that stays the same.
	 * @param connection the session, in a transaction
	 * @param before statements to run before, each ended by a semicolon
	 * @return the expression
	 */
	public static String now(ServerConnection connection, String before) {
		return SqlText.literal(connection.query(before + "SELECT clock_timestamp()").get(0).required(0))
				+ "::timestamptz";
	}

}
