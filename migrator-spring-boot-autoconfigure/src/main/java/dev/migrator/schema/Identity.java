package dev.migrator.schema;

/**
 * How PostgreSQL makes the numbers of a column.
 *
 * @param always whether it refuses numbers that an INSERT brings along, which BY DEFAULT
 * takes
 * @param options of the sequence behind it
 */
public record Identity(boolean always, SequenceOptions options) {

}
