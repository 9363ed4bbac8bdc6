package dev.migrator.execution;

import dev.migrator.dialect.SqlFailure;

/**
 * A statement of a text that failed.
 *
 * @param number its number, from 1
 * @param of how many statements the text has
 * @param line the line of the failure, from 1
 * @param excerpt the statement, indented and without passwords; of a long one the lines
 * around the failure
 * @param failure what the server said
 */
public record FailedStatement(int number, int of, int line, String excerpt, SqlFailure failure) {
}
