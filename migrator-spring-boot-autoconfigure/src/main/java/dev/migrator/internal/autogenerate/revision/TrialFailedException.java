package dev.migrator.internal.autogenerate.revision;

import dev.migrator.autogenerate.AcceptedDifferences;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a generated revision was tried and does not have the wanted result. It was
 * not written.
 */
public final class TrialFailedException extends MigratorException {

	private final String what;

	private TrialFailedException(TrialFailedException failed, AcceptedDifferences accepted) {
		super("""
				The trial of the generated revision failed. Accepted differences (%s) are left out of it, and it may \
				need one of them. The trial ran in a scratch database that has the same schema as this one. Nothing \
				was written.

				%s""".formatted(accepted.file(), failed.what), """
				Remove the accepted difference that the revision needs from the file, so that it is generated too, or \
				write the revision by hand (migrator revision -m "..."). If it needs none of them: generate it \
				without a trial (--migrator.autogenerate.trial=false), correct it, and please report the bug, with \
				the present and the wanted schema.""", failed);
		this.what = failed.what;
	}

	TrialFailedException(String what, @Nullable Throwable cause) {
		super("""
				The trial of the generated revision failed. This is a bug in Migrator (or in a ChangeCustomizer of \
				the application), not in your entities. The trial ran in a scratch database that has the same schema \
				as this one. Nothing was written.

				""" + what, """
				Write the revision by hand (migrator revision -m "..."), or generate it without a trial \
				(--migrator.autogenerate.trial=false) and correct it. Please report the bug, with the present and \
				the wanted schema.""", cause);
		this.what = what;
	}

	/**
	 * Returns the failure of a revision that leaves out accepted differences.
	 * @param accepted the accepted differences
	 * @return this failure if none is left out
	 */
	public TrialFailedException without(AcceptedDifferences accepted) {
		return accepted.lines().isEmpty() ? this : new TrialFailedException(this, accepted);
	}

}
