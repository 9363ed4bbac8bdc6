/**
 * The results and errors of a run: listeners, a dry run, a revision that stopped
 * half-way, and the exceptions. Public. Plans are run in
 * {@link dev.migrator.internal.execution.run}.
 */
@NullMarked
package dev.migrator.execution;

import org.jspecify.annotations.NullMarked;
