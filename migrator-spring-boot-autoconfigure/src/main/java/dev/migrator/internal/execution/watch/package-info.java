/**
 * What accompanies work on the database: progress, who blocks it, and its end when the
 * process is stopped. Start reading at
 * {@link dev.migrator.internal.execution.watch.RunWatch} and
 * {@link dev.migrator.internal.execution.watch.CancelOnShutdown}.
 */
@NullMarked
package dev.migrator.internal.execution.watch;

import org.jspecify.annotations.NullMarked;
