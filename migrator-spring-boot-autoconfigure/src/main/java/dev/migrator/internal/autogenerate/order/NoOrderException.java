package dev.migrator.internal.autogenerate.order;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.problem.MigratorException;

/**
 * Changes were proposed of which each would have to run before another one: a mistake of
 * a rule, which no setting can fix.
 */
public class NoOrderException extends MigratorException {

	public NoOrderException(List<String> changes) {
		super("Each of these changes would have to run before the next one, and the last before the first:\n\n"
				+ changes.stream().map((change) -> "  " + change).collect(Collectors.joining("\n")),
				"This is a mistake of Migrator, and nothing was written. Write a revision with one of them by hand, and generate the "
						+ "others when it is applied.");
	}

}
