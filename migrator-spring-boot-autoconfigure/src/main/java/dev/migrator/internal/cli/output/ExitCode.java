package dev.migrator.internal.cli.output;

/**
 * The exit codes of a command.
 */
public final class ExitCode {

	public static final int DONE = 0;

	public static final int FAILED = 1;

	public static final int USAGE = 2;

	/** A check found something. */
	public static final int FOUND = 3;

	private ExitCode() {
	}

}
