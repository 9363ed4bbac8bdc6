package dev.migrator.internal.script;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when an irreversible revision is to be undone.
 */
public class IrreversibleRevisionException extends MigratorException {

	private final String revision;

	IrreversibleRevisionException(String revision, String source, String why, String action,
			@Nullable Throwable cause) {
		super("Revision %s (%s) cannot be undone: %s".formatted(revision, source, why),
				action + "\nNothing has been run.", cause);
		this.revision = revision;
	}

	/**
	 * Returns the revision that cannot be undone.
	 * @return its id
	 */
	public String revision() {
		return this.revision;
	}

}
