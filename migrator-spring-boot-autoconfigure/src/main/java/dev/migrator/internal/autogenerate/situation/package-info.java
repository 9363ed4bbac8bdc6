/**
 * The data with which a rule proposes operations: both schemas, the remaining objects,
 * rewritten tables, sources of numbers. Start reading at
 * {@link dev.migrator.internal.autogenerate.situation.Situation}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.situation;

import org.jspecify.annotations.NullMarked;
