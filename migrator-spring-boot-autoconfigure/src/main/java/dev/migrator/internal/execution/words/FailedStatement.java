package dev.migrator.internal.execution.words;

/**
 * A statement of a text that failed.
 *
 * @param number its number, from 1
 * @param of how many statements the text has
 * @param line the line of the failure, from 1
 * @param excerpt the statement, indented and without passwords; of a long one the lines
 * around the failure
 * @param said what the server said, without passwords
 * @param ofRows whether it may succeed with other rows: one of those that are there has a
 * value that it does not take
 * @param objectMissing whether it names a table, a schema, a function or a type that does
 * not exist
 * @param failure the cause
 */
public record FailedStatement(int number, int of, int line, String excerpt, String said, boolean ofRows,
		boolean objectMissing, Throwable failure) {
}
