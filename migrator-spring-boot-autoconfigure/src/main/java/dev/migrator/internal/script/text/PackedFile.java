package dev.migrator.internal.script.text;

/**
 * What the directory of a jar says of a file in it, without opening the file.
 *
 * @param folder the folder of the jar in which the file was found
 * @param size the size of the content, in bytes
 * @param crc the CRC-32 of the content
 */
public record PackedFile(PackedFolder folder, long size, long crc) {

}
