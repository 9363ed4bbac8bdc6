package dev.migrator.internal.cli.application;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a command needs a confirmation, and there is no terminal.
 */
public class NobodyToAskException extends MigratorException {

	public NobodyToAskException(String command) {
		super("Nothing was done: there is no terminal to ask on.",
				"Confirm on the command line: migrator " + command + " --yes");
	}

}
