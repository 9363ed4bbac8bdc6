package dev.migrator.internal.script;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a revision is to be undone that has no way back.
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
	 * The revision that cannot be undone.
	 * @return its id
	 */
	public String revision() {
		return this.revision;
	}

}
