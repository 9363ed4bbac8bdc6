package dev.migrator.internal.autogenerate.baseline;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a schema cannot be written to files.
 */
public class ExportException extends MigratorException {

	ExportException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

}
