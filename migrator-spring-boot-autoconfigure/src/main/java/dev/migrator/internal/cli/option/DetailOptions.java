package dev.migrator.internal.cli.option;

import picocli.CommandLine.Option;

/**
 * The option of a command that shows revisions.
 */
public final class DetailOptions {

	@Option(names = { "-v", "--verbose" }, description = "Show each revision in several lines.")
	public boolean verbose;

}
