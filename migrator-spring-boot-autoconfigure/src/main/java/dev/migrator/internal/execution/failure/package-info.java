/**
 * What a failure is called and what to do about it. Start reading at
 * {@link dev.migrator.internal.execution.failure.FailureReport}.
 */
@NullMarked
package dev.migrator.internal.execution.failure;

import org.jspecify.annotations.NullMarked;
