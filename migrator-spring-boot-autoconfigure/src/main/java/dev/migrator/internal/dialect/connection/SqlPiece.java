package dev.migrator.internal.dialect.connection;

/**
 * A part of a script that is sent as one message.
 */
public sealed interface SqlPiece permits StatementGroup, CopyPiece {

	/**
	 * Returns the SQL, exactly as it is written.
	 * @return one or several statements, with the text between them
	 */
	String text();

	/**
	 * Returns the line in which the SQL begins.
	 * @return the line of its first character
	 */
	int line();

	/**
	 * Returns the number of its statements.
	 * @return the number of statements
	 */
	int statements();

}
