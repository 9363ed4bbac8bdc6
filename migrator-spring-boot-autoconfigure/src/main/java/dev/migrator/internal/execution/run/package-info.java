/**
 * Runs plans. Start reading at {@link dev.migrator.internal.execution.run.PlanRunner},
 * then {@link dev.migrator.internal.execution.run.Run},
 * {@link dev.migrator.internal.execution.run.TransactionalRevision} and
 * {@link dev.migrator.internal.execution.run.NonTransactionalRevision}.
 */
@NullMarked
package dev.migrator.internal.execution.run;

import org.jspecify.annotations.NullMarked;
