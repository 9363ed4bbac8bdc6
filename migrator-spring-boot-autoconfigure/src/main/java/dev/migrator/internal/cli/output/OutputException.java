package dev.migrator.internal.cli.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a script cannot be written to the requested place.
 */
public class OutputException extends MigratorException {

	public OutputException(@Nullable Path output, IOException cause) {
		super("The script could not be written%s: %s.".formatted((output != null) ? " to " + output : "",
				reason(cause)), "Give a file in a folder that exists and that you may write to. Nothing was written.",
				cause);
	}

	private static String reason(IOException cause) {
		String reason = (cause instanceof FileSystemException failure) ? failure.getReason() : cause.getMessage();
		return (reason != null) ? reason : cause.getClass().getSimpleName();
	}

}
