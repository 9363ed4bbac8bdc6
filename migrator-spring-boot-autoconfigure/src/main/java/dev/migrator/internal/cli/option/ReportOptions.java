package dev.migrator.internal.cli.option;

import dev.migrator.internal.cli.output.ReportFormat;
import picocli.CommandLine.Option;

/**
 * The options of a command that reports something.
 */
public final class ReportOptions {

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
			description = "The format of the result: text, json.")
	public ReportFormat format = ReportFormat.text;

}
