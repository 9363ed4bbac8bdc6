/**
 * Reads a script before it is run: its messages, or its single statements if it has no
 * transaction, and the number of them that are done. Start reading at
 * {@link dev.migrator.internal.execution.statement.Messages} and
 * {@link dev.migrator.internal.execution.statement.RevisionStatements}.
 */
@NullMarked
package dev.migrator.internal.execution.statement;

import org.jspecify.annotations.NullMarked;
