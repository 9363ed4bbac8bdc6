/**
 * Running a plan: the version table and the history table, the lock, transactions, the
 * messages that revisions become, and what is said when one fails. Start reading at
 * {@link dev.migrator.execution.PlanRunner}.
 */
@NullMarked
package dev.migrator.execution;

import org.jspecify.annotations.NullMarked;
