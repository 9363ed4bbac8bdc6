/**
 * Describes failures, and advises about them. Start reading at
 * {@link dev.migrator.internal.execution.failure.FailureReport}.
 */
@NullMarked
package dev.migrator.internal.execution.failure;

import org.jspecify.annotations.NullMarked;
