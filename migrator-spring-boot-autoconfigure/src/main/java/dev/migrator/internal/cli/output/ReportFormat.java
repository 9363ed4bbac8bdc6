package dev.migrator.internal.cli.output;

/**
 * The formats of a result. The names are what a user types.
 */
public enum ReportFormat {

	text, json

}
