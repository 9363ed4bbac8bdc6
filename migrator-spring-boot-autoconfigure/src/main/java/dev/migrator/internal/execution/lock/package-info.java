/**
 * The migration lock, and statements that are tried again when they do not get their
 * locks. Start reading at {@link dev.migrator.internal.execution.lock.MigrationLock} and
 * {@link dev.migrator.internal.execution.lock.LockRetry}.
 */
@NullMarked
package dev.migrator.internal.execution.lock;

import org.jspecify.annotations.NullMarked;
