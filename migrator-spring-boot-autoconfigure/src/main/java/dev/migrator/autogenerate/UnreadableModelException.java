package dev.migrator.autogenerate;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when it cannot be told what schema the application wants.
 */
public class UnreadableModelException extends MigratorException {

	/**
	 * Creates one.
	 * @param description what is wrong and where
	 * @param action what to do about it
	 * @param cause what went wrong, if something did
	 */
	public UnreadableModelException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

}
