package dev.migrator.internal.script;

import dev.migrator.problem.MigratorException;
import dev.migrator.script.JavaRevision;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a Java revision cannot be used: its annotation is wrong, its class is not a
 * {@link JavaRevision}, it cannot be created, or it fails while its operations are
 * recorded.
 */
public class JavaRevisionException extends MigratorException {

	/**
	 * Refuses a revision.
	 * @param description what is wrong, where, and why
	 * @param action what to do
	 * @param cause what was thrown, or {@code null}
	 */
	public JavaRevisionException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

}
