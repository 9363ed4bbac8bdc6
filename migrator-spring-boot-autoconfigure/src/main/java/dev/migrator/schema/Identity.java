package dev.migrator.schema;

/**
 * The identity of a column: PostgreSQL generates its numbers.
 *
 * @param always whether it refuses numbers in an INSERT; BY DEFAULT accepts them
 * @param options the options of its sequence
 */
public record Identity(boolean always, SequenceOptions options) {

}
