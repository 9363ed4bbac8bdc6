package dev.migrator.internal.cli.application;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when something is only done after somebody said yes, and there is no terminal.
 */
public class NobodyToAskException extends MigratorException {

	public NobodyToAskException(String command) {
		super("Nothing was done: there is no terminal to ask on.",
				"Say that you mean it: migrator " + command + " --yes");
	}

}
