package dev.migrator.internal.autogenerate.revision;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * What was generated was tried, and does not do what it is for. It was not written.
 */
public final class TrialFailedException extends MigratorException {

	TrialFailedException(String what, @Nullable Throwable cause) {
		super("""
				What was generated was tried in a scratch database that has the schema of this one, and fails there. \
				Nothing was written.

				""" + what,
				"""
						Write the revision by hand (migrator revision -m "..."), or have it written without a trial and correct \
						it: --migrator.autogenerate.trial=false. It is a mistake of the migrator: please report what was and \
						what is wanted.""",
				cause);
	}

}
