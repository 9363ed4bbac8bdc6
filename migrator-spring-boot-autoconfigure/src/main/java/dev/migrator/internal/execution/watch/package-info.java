/**
 * Watches work on the database: reports progress and the sessions that block it, and ends
 * it when the process is stopped. Start reading at
 * {@link dev.migrator.internal.execution.watch.RunWatch} and
 * {@link dev.migrator.internal.execution.watch.CancelOnShutdown}.
 */
@NullMarked
package dev.migrator.internal.execution.watch;

import org.jspecify.annotations.NullMarked;
