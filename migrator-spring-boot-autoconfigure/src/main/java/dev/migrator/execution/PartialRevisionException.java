package dev.migrator.execution;

import dev.migrator.internal.script.Script;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when a revision without a transaction stopped half-way, and the part of its
 * script that is done was edited since.
 */
public class PartialRevisionException extends MigratorException {

	public PartialRevisionException(Script script, int done) {
		super("""
				Revision %s (%s) stopped after %s of its statements, and the script no longer begins with these \
				statements.""".formatted(script.revision().id(), script.name(), done), """
				Restore the first %s statements: they were run. The statements after them may be edited, and \
				will be run at the next start.""".formatted(done));
	}

}
