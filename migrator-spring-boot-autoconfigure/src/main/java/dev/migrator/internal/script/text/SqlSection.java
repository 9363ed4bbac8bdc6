package dev.migrator.internal.script.text;

/**
 * What is known of a section of a SQL script without its text.
 *
 * @param startLine the line behind its marker
 * @param statements how many statements it has
 * @param checksum SHA-256 in hex, over the section's text in UTF-8 with line feeds as
 * line ends and without the blank lines at its end: version {@value #CHECKSUM_VERSION}
 */
public record SqlSection(int startLine, int statements, String checksum) {

	/**
	 * The version of the rule by which checksums are made.
	 */
	public static final int CHECKSUM_VERSION = SectionDigest.VERSION;

}
