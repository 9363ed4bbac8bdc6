package dev.migrator.internal.dialect.connection;

/**
 * A part of a script that is sent in one go.
 */
public sealed interface SqlPiece permits StatementGroup, CopyPiece {

	/**
	 * The SQL, exactly as it is written.
	 * @return one statement or several, with what stands between them
	 */
	String text();

	/**
	 * The line in which the SQL begins.
	 * @return the line of its first character
	 */
	int line();

	/**
	 * How many statements it has.
	 * @return the number of statements
	 */
	int statements();

}
