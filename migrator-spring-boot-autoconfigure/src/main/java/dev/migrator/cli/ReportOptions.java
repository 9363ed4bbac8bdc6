package dev.migrator.cli;

import picocli.CommandLine.Option;

/**
 * The options of a command that reports something.
 */
final class ReportOptions {

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
			description = "How to write the result: text, json.")
	ReportFormat format = ReportFormat.text;

}
