/**
 * The way from a database and a model to a list of changes, each step once. Start reading
 * at {@link dev.migrator.autogenerate.comparison.ModelComparison}, which reads, renames,
 * completes the model and asks PostgreSQL for its words, and at
 * {@link dev.migrator.autogenerate.comparison.Proposal}: an
 * {@link dev.migrator.autogenerate.comparison.Outcome} says what is to be there in the
 * end, {@link dev.migrator.autogenerate.comparison.ObjectComparison} finds what differs
 * from it without knowing any kind, the rules propose operations, and the order is made.
 */
@NullMarked
package dev.migrator.autogenerate.comparison;

import org.jspecify.annotations.NullMarked;
