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
				The trial of the generated revision failed. This is a bug in Migrator (or in a ChangeCustomizer of \
				the application), not in your entities. The trial ran in a scratch database that has the same schema \
				as this one. Nothing was written.

				""" + what, """
				Write the revision by hand (migrator revision -m "..."), or generate it without a trial \
				(--migrator.autogenerate.trial=false) and correct it. Please report the bug, with the present and \
				the wanted schema.""", cause);
	}

}
