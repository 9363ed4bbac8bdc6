package dev.migrator.cli;

import java.io.IOException;
import java.nio.file.Path;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a script cannot be written where it was asked for.
 */
class OutputException extends MigratorException {

	OutputException(@Nullable Path output, IOException cause) {
		super("The script could not be written%s: %s.".formatted((output != null) ? " to " + output : "", cause),
				"See that the folder exists and may be written to. Nothing was written.", cause);
	}

}
