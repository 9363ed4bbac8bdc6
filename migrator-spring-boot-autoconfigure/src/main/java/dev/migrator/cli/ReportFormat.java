package dev.migrator.cli;

/**
 * How a result is written. Written as it is typed.
 */
enum ReportFormat {

	text, json

}
