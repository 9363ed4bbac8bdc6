package dev.migrator.execution;

import dev.migrator.internal.script.Script;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when a revision without a transaction stopped half-way, and its script was
 * edited since in the part that is done.
 */
public class PartialRevisionException extends MigratorException {

	public PartialRevisionException(Script script, int done) {
		super("""
				Revision %s (%s) stopped after %s of its statements, and these are not what the script begins with now."""
			.formatted(script.revision().id(), script.name(), done),
				"""
						Put the first %s statements back as they were: they are done. What comes after them may be edited, and \
						will be run at the next start."""
					.formatted(done));
	}

}
