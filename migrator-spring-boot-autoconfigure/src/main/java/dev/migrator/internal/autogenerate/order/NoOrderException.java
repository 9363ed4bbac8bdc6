package dev.migrator.internal.autogenerate.order;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when each of some proposed changes must run before another one. This is a defect
 * of a rule, which no setting can fix.
 */
public class NoOrderException extends MigratorException {

	public NoOrderException(List<String> changes) {
		super("These changes depend on each other in a circle. Each must run before the next one, and the last before the first:\n\n"
				+ changes.stream().map((change) -> "  " + change).collect(Collectors.joining("\n")),
				"This is a bug in Migrator, and nothing was written. Write a revision with one of these changes by hand, apply it, and generate "
						+ "the others.");
	}

}
