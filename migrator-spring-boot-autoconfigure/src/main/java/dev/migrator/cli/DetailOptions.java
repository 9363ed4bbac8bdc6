package dev.migrator.cli;

import picocli.CommandLine.Option;

/**
 * The option of a command that shows revisions.
 */
final class DetailOptions {

	@Option(names = { "-v", "--verbose" }, description = "Show each revision in several lines.")
	boolean verbose;

}
