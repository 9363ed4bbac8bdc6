package dev.migrator.internal.cli.option;

import dev.migrator.revision.InvalidTargetException;
import dev.migrator.revision.Planner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Rules about what may be typed.
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
	 * Whether a target can be one at all; what it means is found out later.
	 */
	public static void target(String target, CommandSpec spec) {
		check(() -> Planner.needsDatabase(target), spec);
	}

	/**
	 * Runs what reads something that was typed.
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
