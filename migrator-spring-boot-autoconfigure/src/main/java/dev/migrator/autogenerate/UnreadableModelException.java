package dev.migrator.autogenerate;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the schema that the application wants cannot be determined.
 */
public class UnreadableModelException extends MigratorException {

	/**
	 * Creates a new exception.
	 * @param description what is wrong and where
	 * @param action how to fix it
	 * @param cause the cause, or {@code null}
	 */
	public UnreadableModelException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

}
