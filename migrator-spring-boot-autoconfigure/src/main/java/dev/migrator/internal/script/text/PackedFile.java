package dev.migrator.internal.script.text;

/**
 * The entry of a file in the directory of a jar, which is read without opening the file.
 *
 * @param folder the folder of the jar in which the file was found
 * @param size the size of the content, in bytes
 * @param crc the CRC-32 of the content
 */
public record PackedFile(PackedFolder folder, long size, long crc) {

}
