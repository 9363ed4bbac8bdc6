package dev.migrator.internal.cli.option;

import dev.migrator.revision.InvalidTargetException;
import dev.migrator.revision.Planner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Checks of arguments.
 */
public final class Usage {

	private Usage() {
	}

	public static void refuseIf(boolean wrong, CommandSpec spec, String message) {
		if (wrong) {
			throw new ParameterException(spec.commandLine(), message);
		}
	}

	/**
	 * Checks whether a target is well-formed. Its meaning is resolved later.
	 */
	public static void target(String target, CommandSpec spec) {
		check(() -> Planner.needsDatabase(target), spec);
	}

	/**
	 * Runs code that reads an argument.
	 */
	public static void check(Runnable reading, CommandSpec spec) {
		try {
			reading.run();
		}
		catch (InvalidTargetException ex) {
			throw new ParameterException(spec.commandLine(), ex.description() + " " + ex.action());
		}
	}

}
