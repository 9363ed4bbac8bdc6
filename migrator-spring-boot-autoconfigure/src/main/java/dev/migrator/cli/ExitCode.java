package dev.migrator.cli;

/**
 * What a command ends with.
 */
final class ExitCode {

	static final int DONE = 0;

	static final int FAILED = 1;

	static final int USAGE = 2;

	/** A check found something. */
	static final int FOUND = 3;

	private ExitCode() {
	}

}
