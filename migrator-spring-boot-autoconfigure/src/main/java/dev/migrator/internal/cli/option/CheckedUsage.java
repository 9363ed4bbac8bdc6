package dev.migrator.internal.cli.option;

import picocli.CommandLine.Model.CommandSpec;

/**
 * A command with options that do not go with each other, or values that can be wrong. It
 * is asked before the application starts.
 */
public interface CheckedUsage {

	/**
	 * Looks at what was typed.
	 * @param spec the command, for the message
	 * @throws picocli.CommandLine.ParameterException if it is wrong
	 */
	void checkUsage(CommandSpec spec);

}
