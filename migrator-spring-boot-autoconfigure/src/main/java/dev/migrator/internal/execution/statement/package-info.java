/**
 * Reads a script before it is run: its messages, or its statements one by one where it
 * has no transaction, and how many of them are done. Start reading at
 * {@link dev.migrator.internal.execution.statement.Messages} and
 * {@link dev.migrator.internal.execution.statement.Units}.
 */
@NullMarked
package dev.migrator.internal.execution.statement;

import org.jspecify.annotations.NullMarked;
