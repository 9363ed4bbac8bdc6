package dev.migrator.internal.script.text;

/**
 * Checksum of a SQL script's upgrade section, with the version of the way it is made, so
 * that a better way some day does not make every applied script look changed.
 *
 * @param version how the value was made
 * @param value the checksum in hex
 */
public record Checksum(int version, String value) {

}
