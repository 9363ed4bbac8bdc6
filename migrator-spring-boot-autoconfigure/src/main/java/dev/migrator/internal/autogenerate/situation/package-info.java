/**
 * What a rule knows when it proposes operations: both schemas, what stays, what is
 * rewritten, where numbers come from. Start reading at
 * {@link dev.migrator.internal.autogenerate.situation.Situation}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.situation;

import org.jspecify.annotations.NullMarked;
