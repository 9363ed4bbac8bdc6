package dev.migrator.internal.script.text;

/**
 * The data of a section of an SQL script, without its text.
 *
 * @param startLine the line after its marker
 * @param statements the number of its statements
 * @param checksum SHA-256 in hex, over the section's text in UTF-8 with line feeds as
 * line ends and without the blank lines at its end: version {@value #CHECKSUM_VERSION}
 */
public record SqlSection(int startLine, int statements, String checksum) {

	/**
	 * The version of the checksum algorithm.
	 */
	public static final int CHECKSUM_VERSION = SectionDigest.VERSION;

}
