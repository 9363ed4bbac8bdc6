/**
 * What a run tells and throws: listeners, a dry run, a revision that stopped half-way,
 * and the errors. Public. Plans are run in {@link dev.migrator.internal.execution.run}.
 */
@NullMarked
package dev.migrator.execution;

import org.jspecify.annotations.NullMarked;
