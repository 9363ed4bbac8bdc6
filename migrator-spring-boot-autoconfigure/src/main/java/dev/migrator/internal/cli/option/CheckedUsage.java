package dev.migrator.internal.cli.option;

import picocli.CommandLine.Model.CommandSpec;

/**
 * A command with options that exclude each other, or values that can be wrong. It is
 * checked before the application starts.
 */
public interface CheckedUsage {

	/**
	 * Checks the arguments.
	 * @param spec the command, for the message
	 * @throws picocli.CommandLine.ParameterException if it is wrong
	 */
	void checkUsage(CommandSpec spec);

}
