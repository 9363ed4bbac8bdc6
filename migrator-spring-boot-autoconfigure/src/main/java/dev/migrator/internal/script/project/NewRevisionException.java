package dev.migrator.internal.script.project;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a new revision cannot be written as requested. Nothing was written, or it
 * was removed again.
 */
public class NewRevisionException extends MigratorException {

	public NewRevisionException(String description, String action) {
		super(description, action);
	}

	public NewRevisionException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

}
