package dev.migrator.internal.cli.output;

/**
 * How a result is written. Written as it is typed.
 */
public enum ReportFormat {

	text, json

}
