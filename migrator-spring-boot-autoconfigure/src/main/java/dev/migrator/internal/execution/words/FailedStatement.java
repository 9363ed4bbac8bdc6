package dev.migrator.internal.execution.words;

/**
 * A statement of a text that failed.
 *
 * @param number its number, from 1
 * @param of the number of statements of the text
 * @param line the line of the failure, from 1
 * @param excerpt the statement, indented and without passwords; of a long one the lines
 * around the failure
 * @param said the answer of the server, without passwords
 * @param ofRows whether it may succeed with other rows: an existing row has a value that
 * the statement does not accept
 * @param objectMissing whether it names a table, a schema, a function or a type that does
 * not exist
 * @param failure the cause
 */
public record FailedStatement(int number, int of, int line, String excerpt, String said, boolean ofRows,
		boolean objectMissing, Throwable failure) {
}
