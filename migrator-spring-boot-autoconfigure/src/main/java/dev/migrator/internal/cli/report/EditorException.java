package dev.migrator.internal.cli.report;

import java.io.IOException;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when no editor can open a source.
 */
public class EditorException extends MigratorException {

	private EditorException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

	static EditorException none() {
		return new EditorException("No editor is known.",
				"Set the environment variable VISUAL or EDITOR, such as EDITOR=nano.", null);
	}

	public static EditorException notStarted(Editor editor, IOException cause) {
		return new EditorException("The editor `%s` could not be started: %s.".formatted(editor, cause.getMessage()),
				"Correct the environment variable VISUAL or EDITOR.", cause);
	}

	public static EditorException failed(Editor editor, int exitCode) {
		return new EditorException("The editor `%s` ended with exit code %s.".formatted(editor, exitCode),
				"Check its output above.", null);
	}

}
