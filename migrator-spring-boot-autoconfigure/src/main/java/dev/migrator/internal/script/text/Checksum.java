package dev.migrator.internal.script.text;

/**
 * The checksum of the upgrade section of an SQL script, with the version of its
 * algorithm. Because of the version, a new algorithm does not make every applied script
 * look changed.
 *
 * @param version the version of the algorithm
 * @param value the checksum in hex
 */
public record Checksum(int version, String value) {

}
