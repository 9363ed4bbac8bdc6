/**
 * The state of a database: its version rows and the last history entry of each revision,
 * read with one query. Start reading at
 * {@link dev.migrator.internal.execution.state.StateReader}.
 */
@NullMarked
package dev.migrator.internal.execution.state;

import org.jspecify.annotations.NullMarked;
