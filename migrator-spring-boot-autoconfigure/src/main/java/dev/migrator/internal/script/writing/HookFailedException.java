package dev.migrator.internal.script.writing;

import java.nio.file.Path;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a hook fails after a new script was written. The script is not removed.
 */
public class HookFailedException extends MigratorException {

	private final String hook;

	private final transient Path script;

	private final int exitCode;

	private HookFailedException(String hook, Path script, int exitCode, String description, String action,
			@Nullable Throwable cause) {
		super(description + "\n\n  " + script + " stays as the hook left it. It was not read back.", action, cause);
		this.hook = hook;
		this.script = script;
		this.exitCode = exitCode;
	}

	static HookFailedException exited(String hook, Path script, int exitCode, String lastLines) {
		String said = lastLines.isBlank() ? " It wrote no output." : "\n\n" + lastLines.indent(4).stripTrailing();
		return new HookFailedException(hook, script, exitCode,
				"The hook `" + hook + "` ended with exit code " + exitCode + "." + said,
				"Fix the script, or the command in migrator.new-scripts.hooks, and run the hook again by hand.", null);
	}

	static HookFailedException notStarted(String hook, Path script, Exception cause) {
		return new HookFailedException(hook, script, -1,
				"The hook `" + hook + "` could not be started: " + cause.getMessage() + ".",
				"Install the program, or correct migrator.new-scripts.hooks. Hooks run without a shell: for pipes and variables "
						+ "write sh -c '...'.",
				cause);
	}

	/**
	 * Returns the configured hook.
	 * @return the hook
	 */
	public String hook() {
		return this.hook;
	}

	/**
	 * Returns the new script.
	 * @return the file
	 */
	public Path script() {
		return this.script;
	}

	/**
	 * Returns the exit code of the hook.
	 * @return the exit code, -1 if it did not start
	 */
	public int exitCode() {
		return this.exitCode;
	}

}
