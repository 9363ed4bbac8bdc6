package dev.migrator.internal.script.text;

import java.io.IOException;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a script has changed since the revisions were read.
 */
public final class ScriptChangedException extends MigratorException {

	private static final String ACTION = "Start again, to make the plan from the present scripts.";

	private final String script;

	public ScriptChangedException(String script) {
		super("The script " + script + " was changed after the revisions had been read.", ACTION);
		this.script = script;
	}

	public ScriptChangedException(String script, IOException cause) {
		super("The script " + script + " can no longer be read: " + cause, ACTION, cause);
		this.script = script;
	}

	/**
	 * Returns the changed script.
	 * @return the script, such as {@code classpath:db/revisions/x.sql}
	 */
	public String script() {
		return this.script;
	}

}
