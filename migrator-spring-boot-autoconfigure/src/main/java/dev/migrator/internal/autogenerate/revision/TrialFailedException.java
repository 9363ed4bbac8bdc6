package dev.migrator.internal.autogenerate.revision;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a generated revision was tried and does not have the wanted result. It was
 * not written.
 */
public final class TrialFailedException extends MigratorException {

	TrialFailedException(String what, @Nullable Throwable cause) {
		super("""
				The generated revision was tried in a scratch database that has the schema of this one, and fails \
				there. \
				Nothing was written.

				""" + what, """
				Write the revision by hand (migrator revision -m "..."), or generate it without a trial and \
				correct \
				it: --migrator.autogenerate.trial=false. This is a bug of the migrator: please report the \
				present and \
				the wanted schema.""", cause);
	}

}
