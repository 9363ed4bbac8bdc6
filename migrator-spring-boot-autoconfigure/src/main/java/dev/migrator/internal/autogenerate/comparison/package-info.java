/**
 * The steps from two schemas to a list of changes. Start reading at
 * {@link dev.migrator.internal.autogenerate.comparison.ModelComparison}, then
 * {@link dev.migrator.internal.autogenerate.comparison.ObjectComparison} and
 * {@link dev.migrator.internal.autogenerate.comparison.Proposal}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.comparison;

import org.jspecify.annotations.NullMarked;
